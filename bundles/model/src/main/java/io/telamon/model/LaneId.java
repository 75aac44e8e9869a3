/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model;

import java.util.Locale;

/**
 * One queue of tasks with its own permits, back-off and pause: the RO's "task thread per VIM
 * account", generalised.
 *
 * @param kind which sort of partner
 * @param id the partner's id, for instance a VIM account id
 */
public record LaneId(LaneKind kind, String id) implements Comparable<LaneId> {
    /** The lane of a VIM account. */
    public static LaneId of(VimAccountId account) {
        return new LaneId(LaneKind.VIM, account.value());
    }

    /** The lane of an SDN account. */
    public static LaneId of(SdnAccountId account) {
        return new LaneId(LaneKind.SDN, account.value());
    }

    /** The lane of expansions computed by Telamon itself. */
    public static LaneId expansion() {
        return new LaneId(LaneKind.WORKFLOW, "nfvo");
    }

    /**
     * Reads the form of {@link #toString}; throws {@link IllegalArgumentException} on other text.
     */
    public static LaneId parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("A lane looks like vim:<id>, not " + text);
        }
        return new LaneId(
                LaneKind.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)),
                text.substring(colon + 1));
    }

    @Override
    public int compareTo(LaneId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + id;
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tree;

import io.telamon.model.descriptor.FindingPlace;
import java.util.Optional;

/**
 * A value of a descriptor with its place in the file and a mark that tells whether an importer has
 * read it. Not safe for several threads.
 */
public abstract sealed class DocNode permits MapNode, ListNode, ScalarNode {
    private final Origin origin;
    private Use use = Use.UNREAD;

    DocNode(Origin origin) {
        this.origin = origin;
    }

    /** Returns where the value is. */
    public FindingPlace place() {
        return origin.place();
    }

    Origin origin() {
        return origin;
    }

    /** Returns what was done with the value. */
    public Use use() {
        return use;
    }

    /** Notes that the value itself (not what is inside) was read. */
    public void read() {
        use = Use.READ;
    }

    /** Notes that the value is known and left out on purpose. */
    void ignore() {
        if (use == Use.UNREAD) {
            use = Use.IGNORED;
        }
    }

    /** Notes that the value and everything inside was read. */
    public abstract void readAll();

    /** Returns this value as a map and marks it; anything else but nothing is reported. */
    public Optional<MapNode> asMap(String key) {
        if (this instanceof MapNode map) {
            read();
            return Optional.of(map);
        }
        if (this instanceof ScalarNode scalar && scalar.text().isEmpty()) {
            read();
            return Optional.empty();
        }
        Scalars.wrongType(this, key, "a map");
        return Optional.empty();
    }

    /** Reports an error at this value. */
    public void error(String code, String message, String hint) {
        origin.findings().error(code, place(), message, hint);
    }

    /** Reports a warning at this value. */
    public void warning(String code, String message, String hint) {
        origin.findings().warning(code, place(), message, hint);
    }

    /** Reports something worth knowing at this value. */
    public void info(String code, String message, String hint) {
        origin.findings().info(code, place(), message, hint);
    }

    /** What was done with a value. */
    public enum Use {
        /** Nobody looked at it. */
        UNREAD,
        /** It went into the model or was checked. */
        READ,
        /** It is known and left out for a committed reason. */
        IGNORED
    }
}

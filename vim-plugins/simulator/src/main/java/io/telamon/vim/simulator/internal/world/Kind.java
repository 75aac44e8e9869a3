/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal.world;

import io.telamon.simkit.Refusal;

/** Kinds of things a simulated cloud has. */
public enum Kind {
    /** A software image; its name is unique. */
    IMAGE("image", true),
    /** A shape of servers; its name is unique. */
    FLAVOR("flavor", true),
    /** A network with one subnet. */
    NETWORK("network", false),
    /** Rules for the packets of cards. */
    SECURITY("security-group", false),
    /** A way between networks and one outside. */
    ROUTER("router", false),
    /** An address outside that leads to a card. */
    FLOATING("floating-address", false),
    /** A disk that outlives the server it is plugged into. */
    VOLUME("volume", false),
    /** Things made as a whole from a template. */
    STACK("stack", false),
    /** A placement group. */
    GROUP("server-group", false),
    /** A virtual machine with its ports. */
    SERVER("server", false);

    private final String path;
    private final boolean uniqueName;

    Kind(String path, boolean uniqueName) {
        this.path = path;
        this.uniqueName = uniqueName;
    }

    /** As in paths and in ids. */
    public String path() {
        return path;
    }

    /** True when the name is the identity: making it again answers the one that is there. */
    public boolean uniqueName() {
        return uniqueName;
    }

    /**
     * The kind of this path segment.
     *
     * @throws Refusal 404 when there is none
     */
    public static Kind of(String path) {
        for (Kind kind : values()) {
            if (kind.path.equals(path)) {
                return kind;
            }
        }
        throw new Refusal(404, "no-such-kind", "This cloud has no kind %s", path);
    }
}

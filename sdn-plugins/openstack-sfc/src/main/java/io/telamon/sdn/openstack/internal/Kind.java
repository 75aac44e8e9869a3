/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.openstack.internal;

/** What a chain is made of. */
enum Kind {
    /** One function: the port where packets go in and the one where they come out. */
    PAIR("port_pair", "port pair"),
    /** The functions of one position, which share the load. */
    GROUP("port_pair_group", "port pair group"),
    /** Which packets enter a chain. */
    CLASSIFIER("flow_classifier", "flow classifier"),
    /** The groups in order, and the classifiers. */
    CHAIN("port_chain", "port chain");

    private final String field;
    private final String words;

    Kind(String field, String words) {
        this.field = field;
        this.words = words;
    }

    /** Field of one in bodies. */
    String field() {
        return field;
    }

    /** Field of several in answers. */
    String fields() {
        return field + "s";
    }

    /** Path of all. */
    String path() {
        return "/sfc/" + field + "s";
    }

    @Override
    public String toString() {
        return words;
    }
}

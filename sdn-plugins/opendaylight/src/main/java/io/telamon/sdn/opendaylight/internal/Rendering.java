/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The flows and groups of one chain while they are collected. */
final class Rendering {
    private static final int MOST_FLOWS = 512;

    private final String what;
    private final Map<String, Flow> flows = new LinkedHashMap<>();
    private final Map<Long, Group> groups = new LinkedHashMap<>();

    Rendering(String what) {
        this.what = what;
    }

    /**
     * Adds a flow unless it is there.
     *
     * @throws TelamonException VIM_REJECTED when the same packets are to go two ways
     */
    void add(Flow flow) {
        Flow other = flows.putIfAbsent(flow.identity(), flow);
        if (other != null && !other.way().equals(flow.way())) {
            throw new TelamonException(
                    ErrorCode.VIM_REJECTED,
                    "%s: packets %s from port %s of %s would have to go two ways (%s and %s); a switch"
                            + " cannot tell them apart: use another port or a narrower classifier",
                    what,
                    flow.match().fields(),
                    flow.port().isEmpty() ? "any" : flow.port(),
                    flow.node(),
                    other.role().text(),
                    flow.role().text());
        }
        if (flows.size() > MOST_FLOWS) {
            throw new TelamonException(
                    ErrorCode.VIM_REJECTED,
                    "%s needs more than %d flows; use fewer or narrower classifiers",
                    what,
                    MOST_FLOWS);
        }
    }

    void add(Group group) {
        groups.put(group.id(), group);
    }

    List<Flow> flows() {
        return List.copyOf(flows.values());
    }

    List<Group> groups() {
        return List.copyOf(groups.values());
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The switches at one moment: which port is meant by an id, and the way between two switches. */
final class Fabric {
    private static final int UUID_LENGTH = 36;
    private static final int NEUTRON_LENGTH = 11;

    private final Map<SwitchPort, String> names;
    private final List<String> prefixes;
    private final Supplier<List<Link>> links;
    private List<Link> known;

    /**
     * A picture of the switches.
     *
     * @param names name of each port
     * @param prefixes what stands before the first characters of a port's id in its name
     * @param links read when a chain spans switches
     */
    Fabric(Map<SwitchPort, String> names, List<String> prefixes, Supplier<List<Link>> links) {
        this.names = names;
        this.prefixes = prefixes;
        this.links = links;
    }

    /**
     * A cable, one way.
     *
     * @param from where it begins
     * @param to where it ends
     */
    record Link(SwitchPort from, SwitchPort to) {}

    /**
     * The port that is meant.
     *
     * @param what whose port it is, for errors
     * @throws TelamonException VIM_UNAVAILABLE when no switch shows it now, VIM_REJECTED when
     *     several do
     */
    SwitchPort port(String what, String id) {
        if (id.isBlank()) {
            throw new TelamonException(ErrorCode.VIM_REJECTED, "%s has no port", what);
        }
        List<String> wanted = candidates(id);
        List<SwitchPort> found = new ArrayList<>();
        names.forEach(
                (port, name) -> {
                    if (port.toString().equals(id) || wanted.contains(name)) {
                        found.add(port);
                    }
                });
        if (found.size() > 1) {
            throw new TelamonException(
                    ErrorCode.VIM_REJECTED,
                    "%s: several ports are called %s: %s; give the port as openflow:<switch>:<number>",
                    what,
                    id,
                    found);
        }
        if (found.isEmpty()) {
            throw new TelamonException(
                    ErrorCode.VIM_UNAVAILABLE,
                    "%s: no port %s on the switches the controller sees now (%s; names tried: %s);"
                            + " is its switch connected and the port plugged?",
                    what,
                    id,
                    nodes().isEmpty() ? "none" : String.join(", ", nodes()),
                    String.join(", ", wanted));
        }
        return found.get(0);
    }

    /** Names a port of this id may have: its own, and Neutron's. */
    private List<String> candidates(String id) {
        List<String> wanted = new ArrayList<>();
        wanted.add(id);
        if (id.length() == UUID_LENGTH) {
            prefixes.forEach(prefix -> wanted.add(prefix + id.substring(0, NEUTRON_LENGTH)));
        }
        return wanted;
    }

    /** Ids of the connected switches. */
    Set<String> nodes() {
        Set<String> nodes = new LinkedHashSet<>();
        names.keySet().forEach(port -> nodes.add(port.node()));
        return nodes;
    }

    /**
     * The shortest way between two switches. What looks like a link may be a function that lets the
     * controller's LLDP packets through.
     *
     * @param functions ports that lead to functions, not to switches
     * @throws TelamonException VIM_UNAVAILABLE when the controller knows none
     */
    List<Link> path(String what, String from, String to, Set<SwitchPort> functions) {
        Map<String, Link> arrivals = arrivals(from, functions);
        if (!arrivals.containsKey(to)) {
            throw new TelamonException(
                    ErrorCode.VIM_UNAVAILABLE,
                    "%s: the controller knows no way from %s to %s; its topology flow:1 must show the"
                            + " links (LLDP packets must reach the controller)",
                    what,
                    from,
                    to);
        }
        LinkedList<Link> path = new LinkedList<>();
        for (String at = to; !at.equals(from); at = path.getFirst().from().node()) {
            path.addFirst(arrivals.get(at));
        }
        return path;
    }

    /** How each switch is reached first. */
    private Map<String, Link> arrivals(String from, Set<SwitchPort> functions) {
        if (known == null) {
            known = links.get();
        }
        List<Link> real =
                known.stream()
                        .filter(link -> !functions.contains(link.from()))
                        .filter(link -> !functions.contains(link.to()))
                        .toList();
        Map<String, Link> arrivals = new HashMap<>();
        Deque<String> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            String here = next.remove();
            for (Link link : real) {
                String there = link.to().node();
                if (link.from().node().equals(here)
                        && !there.equals(from)
                        && arrivals.putIfAbsent(there, link) == null) {
                    next.add(there);
                }
            }
        }
        return arrivals;
    }
}

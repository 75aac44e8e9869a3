/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The patches that turn what the store holds of a chain into what it should hold, in an order in
 * which no packet is lost: what no packet reaches yet comes first, then what changes or takes
 * packets in, at last what no packet reaches any more goes. After each patch the marker names all
 * that is there, so that any of them may be the last before a crash.
 */
final class Change {
    private static final BigInteger ALL_BITS = new BigInteger("ffffffffffffffff", 16);

    private final Mark mark;
    private final String name;
    private final Marker.State before;
    private final Marker.Parts old;
    private final AccountSettings settings;

    /**
     * A change of one chain.
     *
     * @param mark the chain's token
     * @param name its name from now on
     * @param marker what is there
     * @param settings table and priority
     */
    Change(Mark mark, String name, Marker marker, AccountSettings settings) {
        this.mark = mark;
        this.name = name;
        this.before = marker.state();
        this.old = marker.parts();
        this.settings = settings;
    }

    /** The patches that make the chain what it should be. */
    List<Patch> to(Rendering wanted, Instant now) {
        Map<Marker.FlowEntry, Flow> flows = numbered(wanted.flows());
        Set<Marker.GroupEntry> groups =
                wanted.groups().stream()
                        .map(group -> new Marker.GroupEntry(group.node(), group.id()))
                        .collect(Collectors.toSet());
        Marker.Parts goal = new Marker.Parts(List.copyOf(flows.keySet()), groups);
        Marker.Parts union = union(goal);
        Marker.State during = before == Marker.State.NEW ? Marker.State.NEW : Marker.State.CHANGING;
        List<Patch> patches = new ArrayList<>();
        Patch unseen = new Patch();
        wanted.groups().forEach(group -> createIfNew(unseen, group));
        flows.forEach(
                (entry, flow) -> {
                    if (!old.flows().contains(entry) && !flow.role().entry()) {
                        unseen.putFlow(entry, json(entry, flow));
                    }
                });
        if (!unseen.isEmpty()) {
            unseen.putMarker(new Marker(mark.token(), name, during, now, union));
            patches.add(unseen);
        }
        boolean surplus = !union.equals(goal);
        Patch seen = new Patch();
        wanted.groups().forEach(group -> putIfKnown(seen, group));
        flows.forEach(
                (entry, flow) -> {
                    if (old.flows().contains(entry) || flow.role().entry()) {
                        seen.putFlow(entry, json(entry, flow));
                    }
                });
        Marker whole = new Marker(mark.token(), name, Marker.State.WHOLE, now, goal);
        seen.putMarker(surplus ? new Marker(mark.token(), name, during, now, union) : whole);
        patches.add(seen);
        if (surplus) {
            Patch unused = new Patch();
            removeAllBut(goal, unused);
            unused.putMarker(whole);
            patches.add(unused);
        }
        return patches;
    }

    /** The patches that remove the chain: first what takes packets in. */
    List<Patch> toNothing(Instant now) {
        Patch entries = new Patch();
        List<Marker.FlowEntry> others = new ArrayList<>();
        for (Marker.FlowEntry flow : old.flows()) {
            if (flow.role().entry()) {
                remove(entries, flow);
            } else {
                others.add(flow);
            }
        }
        entries.putMarker(
                new Marker(
                        mark.token(),
                        name,
                        Marker.State.CHANGING,
                        now,
                        new Marker.Parts(others, old.groups())));
        Patch rest = new Patch();
        others.forEach(flow -> remove(rest, flow));
        old.groups().forEach(rest::removeGroup);
        rest.removeMarker(mark.token());
        return List.of(entries, rest);
    }

    private void remove(Patch patch, Marker.FlowEntry flow) {
        patch.removeFlow(flow.node(), flow.table(), mark.flowId(flow.index()));
    }

    private void removeAllBut(Marker.Parts goal, Patch patch) {
        old.flows().stream()
                .filter(flow -> !goal.flows().contains(flow))
                .filter(flow -> goal.flows().stream().noneMatch(stays -> sameId(stays, flow)))
                .forEach(flow -> remove(patch, flow));
        old.groups().stream()
                .filter(group -> !goal.groups().contains(group))
                .forEach(patch::removeGroup);
    }

    /** The same flow in another role is overwritten, not removed. */
    private static boolean sameId(Marker.FlowEntry one, Marker.FlowEntry other) {
        return one.node().equals(other.node())
                && one.table() == other.table()
                && one.index() == other.index();
    }

    private Marker.Parts union(Marker.Parts goal) {
        List<Marker.FlowEntry> stays =
                old.flows().stream()
                        .filter(flow -> goal.flows().stream().noneMatch(one -> sameId(one, flow)))
                        .toList();
        return new Marker.Parts(
                Stream.concat(goal.flows().stream(), stays.stream()).toList(),
                Stream.concat(old.groups().stream(), goal.groups().stream())
                        .collect(Collectors.toSet()));
    }

    /** Flows that match what an old one does keep its number: they are changed in place. */
    private Map<Marker.FlowEntry, Flow> numbered(List<Flow> wanted) {
        Map<String, Integer> numbers = new HashMap<>();
        BitSet taken = new BitSet();
        for (Marker.FlowEntry entry : old.flows()) {
            taken.set(entry.index());
            if (entry.table() == settings.table()) {
                numbers.put(entry.node() + " " + entry.identity(), entry.index());
            }
        }
        Map<Marker.FlowEntry, Flow> entries = new LinkedHashMap<>();
        for (Flow flow : wanted) {
            String identity = Mark.brief(flow.identity());
            Integer known = numbers.get(flow.node() + " " + identity);
            int index = known == null ? taken.nextClearBit(0) : known;
            taken.set(index);
            if (index >= Mark.MOST) {
                throw new TelamonException(
                        ErrorCode.VIM_REJECTED, "Chain %s has too many flows", name);
            }
            entries.put(
                    new Marker.FlowEntry(
                            flow.node(), settings.table(), index, identity, flow.role()),
                    flow);
        }
        return entries;
    }

    private boolean isKnown(Group group) {
        return old.groups().contains(new Marker.GroupEntry(group.node(), group.id()));
    }

    private void createIfNew(Patch patch, Group group) {
        if (!isKnown(group)) {
            patch.createGroup(group, "telamon-" + mark.token());
        }
    }

    private void putIfKnown(Patch patch, Group group) {
        if (isKnown(group)) {
            patch.putGroup(group, "telamon-" + mark.token());
        }
    }

    private ObjectNode json(Marker.FlowEntry entry, Flow flow) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", mark.flowId(entry.index()));
        json.put("flow-name", name + ": " + flow.label());
        json.put("table_id", entry.table());
        json.put("priority", mark.priority(settings.priority(), flow.isLow()));
        json.put("cookie", mark.cookie() | entry.index());
        json.put("cookie_mask", ALL_BITS);
        json.set("match", flow.matchJson());
        json.putObject("instructions").putArray("instruction").add(flow.way().instruction());
        return json;
    }
}

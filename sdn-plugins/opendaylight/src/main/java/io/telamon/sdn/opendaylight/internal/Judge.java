/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import io.telamon.model.resource.ResourceState;
import io.telamon.sdn.spi.ChainObservation;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Says how a chain is from its marker, the controller's store and the switches themselves. */
final class Judge {
    /** How long a switch may take to get what was written, and a change to be finished. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Clock clock;

    Judge(Clock clock) {
        this.clock = clock;
    }

    /**
     * Where to look.
     *
     * @param onSwitch flows of ours on a switch; empty when it is not connected
     * @param inStore ids of our flows in the controller's store, on a switch; asked when needed
     */
    record Sources(
            Function<String, Optional<SwitchFlows>> onSwitch,
            Function<String, Set<String>> inStore) {}

    ChainObservation observe(Marker marker, Sources sources) {
        Map<String, Optional<SwitchFlows>> switches = new HashMap<>();
        for (String node : new TreeSet<>(marker.parts().nodes())) {
            switches.put(node, sources.onSwitch().apply(node));
        }
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("name", marker.name());
        attributes.put("cookie", "0x" + Long.toHexString(marker.mark().cookie()));
        attributes.put("flows", "" + marker.parts().flows().size());
        attributes.put("switches", String.join(",", new TreeSet<>(switches.keySet())));
        int held = count(marker, switches, attributes);
        attributes.put("flows-on-switch", "" + held);
        ResourceState state = ResourceState.ACTIVE;
        if (held < marker.parts().flows().size() || marker.state() != Marker.State.WHOLE) {
            Verdict verdict = judge(marker, switches, sources);
            state = verdict.state();
            attributes.put("fault", verdict.words());
        }
        return new ChainObservation(marker.token(), marker.token(), state, attributes);
    }

    private static int count(
            Marker marker,
            Map<String, Optional<SwitchFlows>> switches,
            Map<String, String> attributes) {
        Map<Flow.Role, SwitchFlows.Counted> sums = new HashMap<>();
        SwitchFlows.Counted nothing = new SwitchFlows.Counted(BigInteger.ZERO, BigInteger.ZERO);
        int held = 0;
        for (Marker.FlowEntry flow : marker.parts().flows()) {
            long cookie = marker.mark().cookie() | flow.index();
            Optional<SwitchFlows.Counted> counted =
                    switches.get(flow.node()).map(all -> all.byCookie().get(cookie));
            held += counted.isPresent() ? 1 : 0;
            Flow.Role place = new Flow.Role(false, flow.role().stage(), flow.role().back());
            sums.merge(place, counted.orElse(nothing), SwitchFlows.Counted::plus);
        }
        sums.forEach(
                (role, sum) -> {
                    if (!role.stage().equals(Flow.Role.VIA)) {
                        attributes.put(role.counter("packets"), sum.packets().toString());
                        attributes.put(role.counter("bytes"), sum.bytes().toString());
                    }
                });
        return held;
    }

    private record Verdict(ResourceState state, String words) {}

    private Verdict judge(
            Marker marker, Map<String, Optional<SwitchFlows>> switches, Sources sources) {
        List<Marker.FlowEntry> flows = marker.parts().flows();
        long stored =
                flows.stream()
                        .filter(
                                flow ->
                                        sources.inStore()
                                                .apply(flow.node())
                                                .contains(marker.mark().flowId(flow.index())))
                        .count();
        if (stored == 0 && marker.state() == Marker.State.WHOLE) {
            return new Verdict(
                    ResourceState.MISSING, "none of its flows is in the controller's store");
        }
        boolean fresh = clock.instant().isBefore(marker.written().plus(PATIENCE));
        return new Verdict(
                fresh ? ResourceState.BUILDING : ResourceState.ERROR,
                reason(marker, switches, stored));
    }

    private static String reason(
            Marker marker, Map<String, Optional<SwitchFlows>> switches, long stored) {
        if (marker.state() != Marker.State.WHOLE) {
            return "a change of it was not finished; repeat it";
        }
        List<String> away =
                switches.entrySet().stream()
                        .filter(one -> one.getValue().isEmpty())
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
        if (!away.isEmpty()) {
            return "not connected to the controller: %s; the controller has the flows and gives them"
                            .formatted(String.join(", ", away))
                    + " to it when it is back";
        }
        int all = marker.parts().flows().size();
        return stored < all
                ? "the controller's store has %d of %d flows".formatted(stored, all)
                : "the controller has all flows, a switch refused some or did not get them yet; see"
                        + " the controller's log";
    }
}

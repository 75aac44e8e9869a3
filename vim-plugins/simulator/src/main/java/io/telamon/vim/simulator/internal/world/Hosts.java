/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal.world;

import io.telamon.simkit.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Places servers on hosts: the emptiest that has room and keeps the groups. Guarded by its world.
 */
final class Hosts {
    private final Map<String, Load> loads = new HashMap<>();
    private final Map<String, Map<String, Integer>> groups = new HashMap<>();

    /**
     * Chooses a host without using it.
     *
     * @throws Refusal 400 for a zone that is not there, 409 when no host fits
     */
    Spot choose(WorldSettings.Layout layout, Wish wish) {
        if (!wish.zone.isEmpty() && !layout.zones().contains(wish.zone)) {
            throw new Refusal(400, "no-such-zone", "There is no zone %s", wish.zone);
        }
        Predicate<Spot> companions = companions(wish);
        Spot best = null;
        for (String zone : layout.zones()) {
            for (int number = 1; number <= layout.hostsPerZone(); number++) {
                Spot spot = new Spot(zone, zone + "-host-" + number);
                boolean fits = wish.zone.isEmpty() || wish.zone.equals(zone);
                if (fits && room(layout, spot, wish) && companions.test(spot)) {
                    best = emptier(best, spot);
                }
            }
        }
        return Optional.ofNullable(best)
                .orElseThrow(
                        () ->
                                new Refusal(
                                        409,
                                        "quota",
                                        "No valid host: %s vCPUs, %s MiB, zone %s, group %s",
                                        wish.vcpus,
                                        wish.memoryMb,
                                        wish.zone,
                                        wish.group));
    }

    private Spot emptier(Spot best, Spot spot) {
        return best == null || load(spot).servers < load(best).servers ? spot : best;
    }

    private boolean room(WorldSettings.Layout layout, Spot spot, Wish wish) {
        Load load = load(spot);
        return within(layout.hostVcpus(), load.vcpus + wish.vcpus)
                && within(layout.hostMemoryMb(), load.memoryMb + wish.memoryMb);
    }

    private static boolean within(long limit, long amount) {
        return limit < 0 || amount <= limit;
    }

    private Predicate<Spot> companions(Wish wish) {
        Map<String, Integer> members = groups.getOrDefault(wish.group, Map.of());
        if (wish.group.isEmpty() || members.isEmpty()) {
            return spot -> true;
        }
        Predicate<Spot> together = spot -> members.containsKey(wish.zoned ? spot.zone : spot.host);
        return wish.apart ? together.negate() : together;
    }

    void use(Thing server, int sign) {
        Spot spot = new Spot(server.attributes().get("zone"), server.attributes().get("host"));
        long vcpus = Long.parseLong(server.attributes().getOrDefault("vcpus", "0"));
        long memory = Long.parseLong(server.attributes().getOrDefault("memory-mb", "0"));
        loads.put(spot.host, load(spot).plus(sign, sign * vcpus, sign * memory));
        String group = server.attributes().getOrDefault("group", "");
        if (!group.isEmpty()) {
            Map<String, Integer> members = groups.computeIfAbsent(group, any -> new HashMap<>());
            count(members, spot.host, sign);
            count(members, spot.zone, sign);
        }
    }

    private static void count(Map<String, Integer> members, String place, int sign) {
        members.merge(place, sign, (a, b) -> a + b == 0 ? null : Integer.valueOf(a + b));
    }

    private Load load(Spot spot) {
        return loads.getOrDefault(spot.host, new Load(0, 0, 0));
    }

    /**
     * A host.
     *
     * @param zone its zone
     * @param host its name
     */
    record Spot(String zone, String host) {}

    /**
     * What a server needs.
     *
     * @param zone wanted zone or empty
     * @param group id of its group or empty
     * @param apart true when members must be apart
     * @param zoned true when the group is about zones, not hosts
     * @param vcpus virtual CPUs
     * @param memoryMb memory
     */
    record Wish(
            String zone, String group, boolean apart, boolean zoned, long vcpus, long memoryMb) {}

    /** What runs on a host. */
    private record Load(long servers, long vcpus, long memoryMb) {
        Load plus(long moreServers, long moreVcpus, long moreMemory) {
            return new Load(servers + moreServers, vcpus + moreVcpus, memoryMb + moreMemory);
        }
    }
}

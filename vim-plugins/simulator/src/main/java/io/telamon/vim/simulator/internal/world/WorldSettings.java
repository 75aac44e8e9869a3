/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal.world;

import java.util.List;
import java.util.Map;

/**
 * How a simulated cloud behaves. Absent fields take the defaults named here.
 *
 * @param timing how long calls, builds and removals take
 * @param limits quota
 * @param layout zones and hosts
 * @param images names of images that are there; {@code *} (the default) for any
 * @param networks names of networks that are there from the start
 * @param secret credential that clients must show; empty for none
 * @param dedupe true (the default) when a create with a known token answers the thing that is
 *     there; false when it makes a second one, as most clouds do
 */
public record WorldSettings(
        Timing timing,
        Limits limits,
        Layout layout,
        List<String> images,
        List<String> networks,
        String secret,
        Boolean dedupe) {
    /** Puts the defaults in. */
    public WorldSettings {
        timing = timing == null ? new Timing(0, null, null) : timing;
        limits = limits == null ? new Limits(null, null, null, null) : limits;
        layout = layout == null ? new Layout(null, null, null, null) : layout;
        images = images == null ? List.of("*") : List.copyOf(images);
        networks = networks == null ? List.of() : List.copyOf(networks);
        secret = secret == null ? "" : secret;
        dedupe = dedupe == null ? Boolean.TRUE : dedupe;
    }

    /** Everything at once and without limits. */
    public static WorldSettings defaults() {
        return new WorldSettings(null, null, null, null, null, null, null);
    }

    /**
     * Times in milliseconds; kinds are paths, {@code *} stands for all others.
     *
     * @param latencyMs of each call
     * @param buildMs until a thing is ACTIVE, by kind
     * @param deleteMs until a thing is gone, by kind
     */
    public record Timing(long latencyMs, Map<String, Long> buildMs, Map<String, Long> deleteMs) {
        /** Copies the maps. */
        public Timing {
            buildMs = buildMs == null ? Map.of() : Map.copyOf(buildMs);
            deleteMs = deleteMs == null ? Map.of() : Map.copyOf(deleteMs);
        }

        long build(Kind kind) {
            return buildMs.getOrDefault(kind.path(), buildMs.getOrDefault("*", 0L));
        }

        long delete(Kind kind) {
            return deleteMs.getOrDefault(kind.path(), deleteMs.getOrDefault("*", 0L));
        }
    }

    /**
     * Quota; -1 (the default) for none.
     *
     * @param servers number of servers
     * @param vcpus virtual CPUs
     * @param memoryMb memory in MiB
     * @param networks number of networks
     */
    public record Limits(Long servers, Long vcpus, Long memoryMb, Long networks) {
        private static final Long NONE = -1L;

        /** Puts the defaults in. */
        public Limits {
            servers = servers == null ? NONE : servers;
            vcpus = vcpus == null ? NONE : vcpus;
            memoryMb = memoryMb == null ? NONE : memoryMb;
            networks = networks == null ? NONE : networks;
        }
    }

    /**
     * Zones and hosts.
     *
     * @param zones names, {@code zone-1} by default
     * @param hostsPerZone hosts in each zone, 16 by default
     * @param hostVcpus virtual CPUs of a host, -1 (the default) for any number
     * @param hostMemoryMb memory of a host in MiB, -1 (the default) for any amount
     */
    public record Layout(
            List<String> zones, Integer hostsPerZone, Long hostVcpus, Long hostMemoryMb) {
        /** Puts the defaults in. */
        public Layout {
            zones = zones == null || zones.isEmpty() ? List.of("zone-1") : List.copyOf(zones);
            hostsPerZone = hostsPerZone == null ? Integer.valueOf(16) : hostsPerZone;
            hostVcpus = hostVcpus == null ? Long.valueOf(-1) : hostVcpus;
            hostMemoryMb = hostMemoryMb == null ? Long.valueOf(-1) : hostMemoryMb;
        }
    }
}

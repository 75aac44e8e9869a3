/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal.world;

import io.telamon.simkit.Refusal;

/**
 * What is used of the quota.
 *
 * @param servers number of servers
 * @param vcpus virtual CPUs
 * @param memoryMb memory in MiB
 * @param networks number of networks
 */
record Usage(long servers, long vcpus, long memoryMb, long networks) {
    static Usage of(Thing thing) {
        return switch (thing.kind()) {
            case SERVER ->
                    new Usage(
                            1,
                            Long.parseLong(thing.attributes().getOrDefault("vcpus", "0")),
                            Long.parseLong(thing.attributes().getOrDefault("memory-mb", "0")),
                            0);
            case NETWORK -> new Usage(0, 0, 0, 1);
            default -> new Usage(0, 0, 0, 0);
        };
    }

    Usage plus(Usage more) {
        return new Usage(
                servers + more.servers,
                vcpus + more.vcpus,
                memoryMb + more.memoryMb,
                networks + more.networks);
    }

    Usage minus(Usage less) {
        return plus(new Usage(-less.servers, -less.vcpus, -less.memoryMb, -less.networks));
    }

    /**
     * Checks the quota for more.
     *
     * @throws Refusal 409 with numbers
     */
    void check(WorldSettings.Limits limits, Usage more) {
        check("servers", limits.servers(), servers, more.servers);
        check("vCPUs", limits.vcpus(), vcpus, more.vcpus);
        check("MiB of memory", limits.memoryMb(), memoryMb, more.memoryMb);
        check("networks", limits.networks(), networks, more.networks);
    }

    private static void check(String what, long limit, long used, long more) {
        if (more > 0 && limit >= 0 && used + more > limit) {
            throw new Refusal(
                    409,
                    "quota",
                    "Quota exceeded: %d more %s wanted, %d of %d used",
                    more,
                    what,
                    used,
                    limit);
        }
    }
}

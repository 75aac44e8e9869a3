/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.place;

import io.telamon.model.LaneId;
import io.telamon.model.instance.Inventory;
import io.telamon.model.instance.Quota;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is free on each account: its limit less what is used or reserved, whichever is more (the
 * cloud's own count lags behind our reservations, ours does not know of others).
 *
 * @param inventories limits and use by lane
 * @param reserved reservations by lane
 */
public record Room(Map<LaneId, Inventory> inventories, Map<LaneId, Quota> reserved) {
    /** Copies the maps. */
    public Room {
        inventories = Map.copyOf(inventories);
        reserved = Map.copyOf(reserved);
    }

    /** What is free; -1 for unlimited, all unlimited for an account without numbers. */
    public Quota free(LaneId lane) {
        Inventory seen = inventories.get(lane);
        if (seen == null) {
            return Quota.unlimited();
        }
        Quota taken = reserved.getOrDefault(lane, Quota.zero());
        return new Quota(
                left(seen.limit().servers(), seen.used().servers(), taken.servers()),
                left(seen.limit().vcpus(), seen.used().vcpus(), taken.vcpus()),
                left(seen.limit().memoryMb(), seen.used().memoryMb(), taken.memoryMb()),
                left(seen.limit().networks(), seen.used().networks(), taken.networks()));
    }

    /** What is missing for a demand, with numbers; empty when it fits. */
    public Optional<String> lacks(LaneId lane, Quota demand) {
        return lacks(free(lane), demand);
    }

    /** What is missing when so much is free, with numbers; empty when it fits. */
    public static Optional<String> lacks(Quota free, Quota demand) {
        List<String> missing = new ArrayList<>();
        compare(missing, "servers", free.servers(), demand.servers());
        compare(missing, "vCPUs", free.vcpus(), demand.vcpus());
        compare(missing, "MiB of memory", free.memoryMb(), demand.memoryMb());
        compare(missing, "networks", free.networks(), demand.networks());
        return missing.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", missing));
    }

    private static void compare(List<String> missing, String what, long free, long demand) {
        if (free != Quota.UNLIMITED && demand > 0 && demand > free) {
            missing.add("needs " + demand + " " + what + ", " + free + " free");
        }
    }

    private static long left(long limit, long used, long reserved) {
        return limit == Quota.UNLIMITED
                ? Quota.UNLIMITED
                : Math.max(0, limit - Math.max(used, reserved));
    }
}

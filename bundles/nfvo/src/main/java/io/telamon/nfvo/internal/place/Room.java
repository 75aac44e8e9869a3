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
        Inventory seen = inventories.get(lane);
        Quota limit = seen == null ? Quota.unlimited() : seen.limit();
        return lacks(free(lane), limit, demand);
    }

    /** What is taken already: by the cloud's count or by reservations, whichever is more. */
    public Quota taken(LaneId lane) {
        Inventory seen = inventories.get(lane);
        Quota used = seen == null ? Quota.zero() : seen.used();
        Quota mine = reserved.getOrDefault(lane, Quota.zero());
        return new Quota(
                Math.max(used.servers(), mine.servers()),
                Math.max(used.vcpus(), mine.vcpus()),
                Math.max(used.memoryMb(), mine.memoryMb()),
                Math.max(used.networks(), mine.networks()));
    }

    /** What is missing when so much is free, with numbers; empty when it fits. */
    public static Optional<String> lacks(Quota free, Quota demand) {
        return lacks(free, Quota.unlimited(), demand);
    }

    private static Optional<String> lacks(Quota free, Quota limit, Quota demand) {
        List<String> missing = new ArrayList<>();
        missing.add(compare("servers", free.servers(), limit.servers(), demand.servers()));
        missing.add(compare("vCPUs", free.vcpus(), limit.vcpus(), demand.vcpus()));
        missing.add(compare("MiB of memory", free.memoryMb(), limit.memoryMb(), demand.memoryMb()));
        missing.add(compare("networks", free.networks(), limit.networks(), demand.networks()));
        missing.removeIf(String::isEmpty);
        return missing.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", missing));
    }

    private static String compare(String what, long free, long limit, long demand) {
        if (free == Quota.UNLIMITED || demand <= 0 || demand <= free) {
            return "";
        }
        String of = limit == Quota.UNLIMITED ? "" : " of " + limit;
        return "needs " + demand + " " + what + ", " + free + of + " free";
    }

    private static long left(long limit, long used, long reserved) {
        return limit == Quota.UNLIMITED
                ? Quota.UNLIMITED
                : Math.max(0, limit - Math.max(used, reserved));
    }
}

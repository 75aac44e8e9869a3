/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.change;

import io.telamon.errors.ErrorCode;
import io.telamon.model.LaneId;
import io.telamon.model.TenantId;
import io.telamon.model.instance.Quota;
import io.telamon.nfvo.internal.desire.Clouds;
import io.telamon.nfvo.internal.place.Room;
import io.telamon.nfvo.internal.plan.Refusal;
import io.telamon.store.api.UnitOfWork;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks a demand against what accounts and tenant have left, and names what is missing with
 * numbers.
 */
final class QuotaCheck {
    private final UnitOfWork work;
    private final Clouds clouds;

    QuotaCheck(UnitOfWork work, Clouds clouds) {
        this.work = work;
        this.clouds = clouds;
    }

    List<Refusal> refusals(TenantId tenant, Map<LaneId, Quota> before, Map<LaneId, Quota> after) {
        List<Refusal> refusals = new ArrayList<>();
        Quota all = Quota.zero();
        Room room = room(work, clouds, after.keySet());
        for (Map.Entry<LaneId, Quota> demand : after.entrySet()) {
            Quota more =
                    more(before.getOrDefault(demand.getKey(), Quota.zero()), demand.getValue());
            all = all.plus(more);
            room.lacks(demand.getKey(), more)
                    .ifPresent(
                            lack ->
                                    refusals.add(
                                            new Refusal(
                                                    ErrorCode.QUOTA,
                                                    "Account "
                                                            + clouds.name(demand.getKey())
                                                            + ": "
                                                            + lack)));
        }
        Quota more = all;
        work.identities()
                .tenant(tenant)
                .filter(known -> !known.quota().equals(Quota.unlimited()))
                .flatMap(
                        known ->
                                Room.lacks(
                                        left(known.quota(), work.accounts().reservedBy(tenant)),
                                        more))
                .ifPresent(
                        lack ->
                                refusals.add(
                                        new Refusal(
                                                ErrorCode.QUOTA, "The tenant's quota: " + lack)));
        return refusals;
    }

    /** Room on these accounts as reserved now. */
    static Room room(UnitOfWork work, Clouds clouds, Collection<LaneId> lanes) {
        Map<LaneId, Quota> reserved = new HashMap<>();
        lanes.forEach(lane -> reserved.put(lane, work.accounts().reserved(lane)));
        return new Room(clouds.inventories(), reserved);
    }

    private static Quota more(Quota before, Quota after) {
        return new Quota(
                Math.max(0, after.servers() - before.servers()),
                Math.max(0, after.vcpus() - before.vcpus()),
                Math.max(0, after.memoryMb() - before.memoryMb()),
                Math.max(0, after.networks() - before.networks()));
    }

    private static Quota left(Quota limit, Quota used) {
        return new Quota(
                left(limit.servers(), used.servers()),
                left(limit.vcpus(), used.vcpus()),
                left(limit.memoryMb(), used.memoryMb()),
                left(limit.networks(), used.networks()));
    }

    private static long left(long limit, long used) {
        return limit == Quota.UNLIMITED ? Quota.UNLIMITED : Math.max(0, limit - used);
    }
}

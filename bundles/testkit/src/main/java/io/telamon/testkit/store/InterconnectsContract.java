/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.store;

import io.telamon.errors.ErrorCode;
import io.telamon.model.InterconnectId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.TenantId;
import io.telamon.model.instance.Interconnect;
import io.telamon.model.plan.SegmentClaim;
import io.telamon.testkit.Samples;
import org.junit.jupiter.api.Test;

/** Interconnects and their segments. */
public interface InterconnectsContract extends StoreUnderTest {
    /** What was added is found and listed until it is removed; names are unique in a tenant. */
    @Test
    default void interconnectsAreKeptByTenant() {
        TenantId tenant = Samples.tenant();
        Interconnect b =
                written(unit -> unit.interconnects().add(Samples.interconnect(tenant, "b")));
        Interconnect a =
                written(unit -> unit.interconnects().add(Samples.interconnect(tenant, "a")));
        refused(
                ErrorCode.ALREADY_EXISTS,
                unit -> unit.interconnects().add(Samples.interconnect(tenant, "b")));

        thatFound(unit -> unit.interconnects().find(b.id())).contains(b);
        thatList(unit -> unit.interconnects().list(tenant)).containsExactly(a, b);
        thatList(unit -> unit.interconnects().list(Samples.tenant())).isEmpty();
        thatList(unit -> unit.interconnects().list(null)).contains(a, b);

        write(unit -> unit.interconnects().claim(claim(b.id(), 7, NsInstanceId.create())));
        write(unit -> unit.interconnects().remove(b.id()));

        thatFound(unit -> unit.interconnects().find(b.id())).isEmpty();
        thatList(unit -> unit.interconnects().claims(b.id())).isEmpty();
    }

    /** A segment has one link at a time; who comes second must plan again. */
    @Test
    default void aSegmentIsTakenOnce() {
        InterconnectId on = InterconnectId.create();
        NsInstanceId one = NsInstanceId.create();
        SegmentClaim mine = claim(on, 7, one);
        write(unit -> unit.interconnects().claim(claim(on, 9, one)));
        write(unit -> unit.interconnects().claim(mine));
        write(unit -> unit.interconnects().claim(mine));
        NsInstanceId two = NsInstanceId.create();
        SegmentClaim foreign = claim(on, 7, two);
        refused(ErrorCode.STALE, unit -> unit.interconnects().claim(foreign));

        write(unit -> unit.interconnects().release(foreign));
        thatList(unit -> unit.interconnects().claims(on)).containsExactly(mine, claim(on, 9, one));

        write(unit -> unit.interconnects().release(mine));
        write(unit -> unit.interconnects().release(mine));
        write(unit -> unit.interconnects().claim(foreign));

        thatList(unit -> unit.interconnects().claimsOf(one)).containsExactly(claim(on, 9, one));
        thatList(unit -> unit.interconnects().claimsOf(two)).containsExactly(foreign);
    }

    private static SegmentClaim claim(InterconnectId on, int segment, NsInstanceId instance) {
        return new SegmentClaim(on, segment, instance, "vld/data");
    }
}

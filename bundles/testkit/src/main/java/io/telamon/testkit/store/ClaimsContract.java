/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.store;

import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.plan.Claim;
import io.telamon.testkit.Samples;
import org.junit.jupiter.api.Test;

/** Claims on shared things. */
public interface ClaimsContract extends StoreUnderTest {
    /** Adding or removing a claim twice changes nothing. */
    @Test
    default void claimsAreASet() {
        LaneId lane = Samples.lane();
        NsInstanceId one = NsInstanceId.create();
        NsInstanceId two = NsInstanceId.create();
        Claim mine = new Claim(lane, "flavor/x", one);
        write(
                unit -> {
                    unit.claims().add(mine);
                    unit.claims().add(mine);
                    unit.claims().add(new Claim(lane, "flavor/x", two));
                    unit.claims().add(new Claim(lane, "flavor/y", one));
                });
        write(unit -> unit.claims().add(mine));

        thatValue(unit -> unit.claims().count(lane, "flavor/x")).isEqualTo(2L);
        thatList(unit -> unit.claims().ofInstance(one))
                .containsExactlyInAnyOrder(mine, new Claim(lane, "flavor/y", one));

        write(
                unit -> {
                    unit.claims().remove(mine);
                    unit.claims().remove(mine);
                });

        thatValue(unit -> unit.claims().count(lane, "flavor/x")).isEqualTo(1L);
        thatList(unit -> unit.claims().ofInstance(two)).hasSize(1);
    }
}

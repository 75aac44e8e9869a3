/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.change;

import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.instance.Quota;
import io.telamon.model.plan.Task;
import io.telamon.nfvo.internal.desire.Span;
import io.telamon.nfvo.internal.plan.Plan;
import io.telamon.nfvo.internal.plan.Refusal;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A change worked out against what is recorded: the plan, what it needs, why it may be refused.
 *
 * @param wish the change as decided
 * @param plan the tasks; nested services included
 * @param before what the instance holds on each account now
 * @param after what it will hold
 * @param spans links over several clouds
 * @param refusals everything that stands in the way
 */
record Draft(
        Wish wish,
        Plan plan,
        Map<LaneId, Quota> before,
        Map<LaneId, Quota> after,
        List<Span> spans,
        List<Refusal> refusals) {
    /** Accounts the plan or its reservations touch, in the one order in which they are locked. */
    SortedSet<LaneId> lanes() {
        SortedSet<LaneId> lanes = new TreeSet<>(after.keySet());
        lanes.addAll(before.keySet());
        plan.tasks().stream()
                .map(Task::lane)
                .filter(lane -> lane.kind() != LaneKind.WORKFLOW)
                .forEach(lanes::add);
        plan.claim().forEach(claim -> lanes.add(claim.lane()));
        plan.unclaim().forEach(claim -> lanes.add(claim.lane()));
        return lanes;
    }
}

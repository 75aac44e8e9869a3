/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.desire;

import io.telamon.errors.ErrorCode;
import io.telamon.model.LaneId;
import io.telamon.nfvo.internal.plan.Desired;
import io.telamon.nfvo.internal.plan.PlanInput;
import io.telamon.nfvo.internal.plan.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what should be and what stands in the way of it. Made for one use. */
final class Desires {
    private final Map<PlanInput.SharedKey, Desired> wishes = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    void add(Desired wish) {
        wishes.putIfAbsent(new PlanInput.SharedKey(wish.lane(), wish.key()), wish);
    }

    /** What is wished so far under a key. */
    Optional<Desired> known(LaneId lane, String key) {
        return Optional.ofNullable(wishes.get(new PlanInput.SharedKey(lane, key)));
    }

    void refuse(ErrorCode code, String format, Object... args) {
        refuse(new Refusal(code, String.format(format, args)));
    }

    void refuse(Refusal refusal) {
        if (!refusals.contains(refusal)) {
            refusals.add(refusal);
        }
    }

    List<Desired> wishes() {
        return List.copyOf(wishes.values());
    }

    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }
}

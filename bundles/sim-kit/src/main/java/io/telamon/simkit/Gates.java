/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** The gates that are armed, in order. Thread-safe. */
public final class Gates {
    private final List<Gate> gates = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong();

    /**
     * Arms a gate; one of the same id is released first.
     *
     * @throws Refusal 400 for a moment that is not known
     */
    public Object arm(GateOrder order) {
        if (!Set.of("arrived", "done").contains(order.moment())) {
            throw new Refusal(400, "malformed", "Moments are arrived and done: %s", order.moment());
        }
        GateOrder named = order.id().isEmpty() ? order.named("g" + ids.incrementAndGet()) : order;
        remove(named.id());
        Gate gate = new Gate(named);
        gates.add(gate);
        return gate.state();
    }

    /**
     * Waits until a gate has caught so many calls.
     *
     * @param count calls to wait for
     * @param millis how long at most
     */
    public Object await(String id, long count, long millis) throws InterruptedException {
        return gate(id).await(count, millis);
    }

    /** Opens a gate for good; it stays listed with its counts. */
    public Object release(String id) {
        return gate(id).release();
    }

    /** Opens a gate and forgets it; false when there is none of this id. */
    public boolean remove(String id) {
        gates.stream().filter(gate -> gate.id().equals(id)).forEach(Gate::release);
        return gates.removeIf(gate -> gate.id().equals(id));
    }

    /** Opens and forgets all. */
    public void clear() {
        gates.forEach(Gate::release);
        gates.clear();
    }

    /** All, with who is in them. */
    public List<?> list() {
        return gates.stream().map(Gate::state).toList();
    }

    void pass(Call call, String moment) throws InterruptedException {
        for (Gate gate : gates) {
            gate.pass(call, moment);
        }
    }

    private Gate gate(String id) {
        return gates.stream()
                .filter(gate -> gate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "not-found", "There is no gate %s", id));
    }
}

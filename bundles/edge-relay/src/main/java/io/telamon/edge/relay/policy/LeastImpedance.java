/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay.policy;

/** {@code least-impedance}: always the destination with the smallest weight. */
final class LeastImpedance implements Policy {
    private final IndexedHeap byWeight = new IndexedHeap();

    @Override
    public void add(int slot, double weight, long now) {
        byWeight.put(slot, weight);
    }

    @Override
    public void remove(int slot) {
        byWeight.remove(slot);
    }

    @Override
    public void weigh(int slot, double weight, long now) {
        byWeight.put(slot, weight);
    }

    @Override
    public int pick(int size, long now) {
        return byWeight.top();
    }
}

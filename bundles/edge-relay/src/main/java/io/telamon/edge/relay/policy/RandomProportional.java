/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay.policy;

import java.util.random.RandomGenerator;

/** {@code random}: each destination in proportion to the inverse of its weight. */
final class RandomProportional implements Policy {
    private final RandomGenerator random;
    private final SumTree shares = new SumTree();

    RandomProportional(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public void add(int slot, double weight, long now) {
        shares.put(slot, 1 / weight);
    }

    @Override
    public void remove(int slot) {
        shares.put(slot, 0);
    }

    @Override
    public void weigh(int slot, double weight, long now) {
        shares.put(slot, 1 / weight);
    }

    @Override
    public int pick(int size, long now) {
        return shares.at(random.nextDouble() * shares.total());
    }
}

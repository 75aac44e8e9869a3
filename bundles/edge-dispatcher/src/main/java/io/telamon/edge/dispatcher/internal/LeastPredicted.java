/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.dispatcher.internal;

import io.telamon.edge.relay.policy.IndexedHeap;
import io.telamon.edge.relay.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The destination with the smallest prediction for the request's size. Who is unknown is tried, by
 * one request at a time: a newcomer gets no herd. For each class of sizes that is in use the
 * destinations stand in order, so that a choice does not look at all.
 */
final class LeastPredicted implements Policy {
    private static final int CLASSES = 32;
    private static final int FORGETS = 8;
    // an unknown one that is being tried comes after all known ones
    private static final double TRIED = 1e9;

    private final Map<Integer, IndexedHeap> orders =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Integer, IndexedHeap> eldest) {
                    return size() > CLASSES;
                }
            };
    private final IndexedHeap ages = new IndexedHeap();
    private final List<State> states = new ArrayList<>();
    private final Supplier<? extends Predictor> predictors;
    private final boolean balance;

    LeastPredicted(Supplier<? extends Predictor> predictors, boolean balance) {
        this.predictors = predictors;
        this.balance = balance;
    }

    private static final class State {
        private final Predictor predictor;
        private int underWay;

        State(Predictor predictor) {
            this.predictor = predictor;
        }
    }

    @Override
    public void add(int slot, double weight, long now) {
        while (states.size() <= slot) {
            states.add(null);
        }
        states.set(slot, new State(predictors.get()));
        place(slot);
    }

    @Override
    public void remove(int slot) {
        states.set(slot, null);
        ages.remove(slot);
        orders.values().forEach(order -> order.remove(slot));
    }

    @Override
    public void weigh(int slot, double weight, long now) {
        // weights from outside do not count
    }

    private void place(int slot) {
        for (Map.Entry<Integer, IndexedHeap> order : orders.entrySet()) {
            order.getValue().put(slot, key(slot, order.getKey()));
        }
    }

    private double key(int slot, int sizeClass) {
        State state = states.get(slot);
        if (state.predictor.unknown(sizeClass)) {
            return state.underWay == 0 ? 0 : TRIED + state.underWay;
        }
        double time = state.predictor.predict(sizeClass);
        return balance ? (time + 1e-6) * (1 + state.underWay) : time;
    }

    @Override
    public int pick(int size, long now) {
        for (int i = 0; i < FORGETS && ages.topKey() <= now; i++) {
            int old = ages.top();
            ages.put(old, states.get(old).predictor.forget(now));
            place(old);
        }
        int sizeClass = Sizes.of(size);
        IndexedHeap order = orders.get(sizeClass);
        if (order == null) {
            order = new IndexedHeap();
            for (int slot = 0; slot < states.size(); slot++) {
                if (states.get(slot) != null) {
                    order.put(slot, key(slot, sizeClass));
                }
            }
            orders.put(sizeClass, order);
        }
        return order.top();
    }

    @Override
    public void started(int slot, long now) {
        states.get(slot).underWay++;
        place(slot);
    }

    @Override
    public void ended(int slot, Outcome outcome, long now) {
        State state = states.get(slot);
        state.underWay = Math.max(0, state.underWay - 1);
        if (outcome != null) {
            state.predictor.learn(outcome, now);
            ages.put(slot, state.predictor.forget(now));
        }
        place(slot);
    }

    @Override
    public boolean explores() {
        return true;
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay.policy;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * {@code two-choices}: of two destinations drawn at random the one that is predicted to answer
 * sooner. The prediction is a line over the requests under way, fitted to the last answers: flat
 * for a destination that works on many at once, steep for one that works on one after the other. It
 * rises quickly with a slow answer and is forgotten in favour of the mean of all when nothing is
 * heard for a while. A destination that was not chosen for a second gets one request; when that is
 * slow, the next one after twice as long, up to 30 s. A newcomer starts with the mean and a
 * handicap that vanishes within a second.
 */
final class TwoChoices implements Policy {
    private static final double KEEP = 0.95;
    private static final double KEEP_AT_PEAK = 0.7;
    private static final double FORGET = 2;
    private static final long FIRST = 1_000_000_000L;
    private static final long LAST = 30 * FIRST;
    // who is slower than that many times the mean is not one to be tried often
    private static final double SLOW = 2;
    // what is closer together is the same
    private static final double CLEARLY = 0.9;
    private static final double RAMP = 1;
    private static final double HANDICAP = 2;
    // each request under way counts at least so much of the mean time
    private static final double FLOOR = 0.1;
    // as if that much had been seen of a slope half way between flat and steep
    private static final double PRIOR = 0.5;
    // one answer counts at most so many times what was expected: a stall is not for long
    private static final double MOST = 10;

    private final RandomGenerator random;
    private int[] dense = new int[8];
    private int[] place = new int[8];
    private State[] states = new State[8];
    private int size;
    private double mean;

    TwoChoices(RandomGenerator random) {
        this.random = random;
    }

    /** What is known of one destination: moments of its times and of the requests under way. */
    private static final class State {
        private final long joined;
        private long heard;
        private long patience = FIRST;
        private int underWay;
        private double time;
        private double load;
        private double variance;
        private double covariance;

        State(long now) {
            joined = now;
            heard = now;
        }

        /** How much of what was seen still counts. */
        double known(long now) {
            return time == 0 ? 0 : Math.exp((heard - now) / (FORGET * patience));
        }

        boolean due(long now) {
            return time != 0 && underWay == 0 && now - heard >= patience;
        }

        void learn(double answered, double mean, long now) {
            double expected = Math.max(time, mean);
            double seconds = expected == 0 ? answered : Math.min(answered, MOST * expected);
            double known = known(now);
            if (mean == 0 || answered < SLOW * mean) {
                patience = FIRST;
            } else if (now - heard >= patience) {
                patience = Math.min(LAST, 2 * patience);
            }
            heard = now;
            if (time == 0) {
                time = mean == 0 ? seconds : (seconds + mean) / 2;
                load = underWay;
                return;
            }
            double keep = known * known * (seconds > 2 * time ? KEEP_AT_PEAK : KEEP);
            double more = underWay - load;
            double longer = seconds - time;
            load += (1 - keep) * more;
            time += (1 - keep) * longer;
            variance = keep * (variance + (1 - keep) * more * more);
            covariance = keep * (covariance + (1 - keep) * more * longer);
        }

        double predicted() {
            double steepest = time / Math.max(1, load);
            double slope = (covariance + PRIOR * steepest / 2) / (variance + PRIOR);
            double used = Math.min(steepest, Math.max(0, slope));
            return Math.max(0, time - used * load) + used * (underWay + 1);
        }
    }

    @Override
    public void add(int slot, double weight, long now) {
        if (slot >= place.length) {
            int room = Math.max(slot + 1, 2 * place.length);
            dense = Arrays.copyOf(dense, room);
            place = Arrays.copyOf(place, room);
            states = Arrays.copyOf(states, room);
        }
        place[slot] = size;
        dense[size++] = slot;
        states[slot] = new State(now);
    }

    @Override
    public void remove(int slot) {
        int last = dense[--size];
        dense[place[slot]] = last;
        place[last] = place[slot];
    }

    @Override
    public void weigh(int slot, double weight, long now) {
        // only what was seen counts
    }

    @Override
    public int pick(int bytes, long now) {
        if (size < 2) {
            return size == 0 ? -1 : dense[0];
        }
        int one = random.nextInt(size);
        int two = random.nextInt(size - 1);
        int first = dense[one];
        int second = dense[two < one ? two : two + 1];
        return cost(states[second], now) < CLEARLY * cost(states[first], now) ? second : first;
    }

    private double cost(State state, long now) {
        if (state.due(now)) {
            return 0;
        }
        double known = state.known(now);
        double time = known * state.predicted() + (1 - known) * mean;
        double age = (now - state.joined) * 1e-9 / RAMP;
        double handicap = age >= 1 ? 1 : 1 + HANDICAP * (1 - age);
        return (time + FLOOR * Math.max(mean, 1e-9) * (state.underWay + 1)) * handicap;
    }

    @Override
    public void started(int slot, long now) {
        states[slot].underWay++;
    }

    @Override
    public void ended(int slot, Outcome outcome, long now) {
        State state = states[slot];
        if (outcome != null) {
            state.learn(outcome.seconds(), mean, now);
            mean = mean == 0 ? outcome.seconds() : 0.99 * mean + 0.01 * outcome.seconds();
        }
        state.underWay = Math.max(0, state.underWay - 1);
    }

    @Override
    public boolean explores() {
        return true;
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.dispatcher.internal;

import io.telamon.edge.relay.policy.Policy.Outcome;
import java.util.HashMap;
import java.util.Map;

/**
 * A line of load to time for each class of sizes, taken at the load that was last heard of: of the
 * processing time and with the round trip beside it ({@code util}), or of the whole time ({@code
 * delay}).
 */
final class LoadPredictor implements Predictor {
    private static final int MOST = 99;

    private final Map<Integer, Fit> fits = new HashMap<>();
    private final RttPredictor rtt;
    private final boolean whole;
    private final int window;
    private final long timeout;
    private int load;
    private long heard;

    LoadPredictor(PredictorConf conf, boolean whole) {
        this.rtt = new RttPredictor(conf);
        this.whole = whole;
        this.window = conf.utilWindow();
        this.timeout = conf.loadTimeout();
    }

    @Override
    public void learn(Outcome outcome, long now) {
        rtt.learn(outcome, now);
        load = Math.min(MOST, outcome.load());
        heard = now;
        double time = whole ? outcome.seconds() : outcome.ptime() * 1e-3;
        fits.computeIfAbsent(Sizes.of(outcome.size()), c -> new Fit(window)).add(load, time, now);
    }

    @Override
    public double predict(int sizeClass) {
        Fit fit = fits.get(sizeClass);
        double time = fit == null ? 0 : fit.at(load);
        return whole ? time : time + rtt.predict(sizeClass);
    }

    @Override
    public boolean unknown(int sizeClass) {
        return whole ? !fits.containsKey(sizeClass) : rtt.unknown(sizeClass);
    }

    @Override
    public long forget(long now) {
        long next = rtt.forget(now);
        if (load != 0 && now - heard >= timeout) {
            load = 0;
        }
        return load == 0 ? next : Math.min(next, heard + timeout);
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.dispatcher.internal;

import io.telamon.edge.relay.policy.Policy.Outcome;

/**
 * {@code rtt}: a line of input size to the time that is not processing, over the last samples that
 * are not stale.
 */
final class RttPredictor implements Predictor {
    private final Fit fit;
    private final long stale;

    RttPredictor(PredictorConf conf) {
        this.fit = new Fit(conf.window());
        this.stale = conf.stale();
    }

    @Override
    public void learn(Outcome outcome, long now) {
        double rtt = Math.max(0, outcome.seconds() - outcome.ptime() * 1e-3);
        fit.add(outcome.size(), rtt, now);
    }

    @Override
    public double predict(int sizeClass) {
        return fit.at(Sizes.middle(sizeClass));
    }

    @Override
    public boolean unknown(int sizeClass) {
        return fit.empty();
    }

    @Override
    public long forget(long now) {
        fit.forget(now - stale);
        return fit.empty() ? Long.MAX_VALUE : fit.oldest() + stale;
    }
}

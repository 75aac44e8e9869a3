/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.dispatcher.internal;

import io.telamon.edge.relay.policy.Policy.Outcome;

/** What one destination is predicted to take. Not safe for threads: the policy guards it. */
interface Predictor {
    /** Learns from an answer. */
    void learn(Outcome outcome, long now);

    /** Seconds for a request of that class of sizes. */
    double predict(int sizeClass);

    /** Whether nothing is known for that class: then somebody has to try. */
    boolean unknown(int sizeClass);

    /** Forgets what is too old; the next time when something may be. */
    long forget(long now);
}

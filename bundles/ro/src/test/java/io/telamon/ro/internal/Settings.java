/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal;

import java.lang.annotation.Annotation;

/** Settings of the RO as a test wants them: everything quick. */
public record Settings(
        int poolSize,
        int poolMax,
        int permits,
        int slowAfterMillis,
        int callTimeoutMillis,
        int attempts,
        int backoffMillis,
        int backoffMaxMillis,
        int circuitAfter,
        int observeMillis,
        int janitorSeconds)
        implements RoConfig {
    /** Short waits, three attempts, no rounds of the janitor. */
    public static Settings quick() {
        return new Settings(16, 64, 4, 100, 2_000, 3, 5, 20, 3, 5, 0);
    }

    /** The same with other sizes of the pool. */
    public Settings pool(int size, int max) {
        return new Settings(
                size,
                max,
                permits,
                slowAfterMillis,
                callTimeoutMillis,
                attempts,
                backoffMillis,
                backoffMaxMillis,
                circuitAfter,
                observeMillis,
                janitorSeconds);
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return RoConfig.class;
    }
}

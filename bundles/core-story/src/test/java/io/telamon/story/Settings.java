/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.story;

import io.telamon.ro.internal.RoConfig;
import java.lang.annotation.Annotation;

/** The RO's settings in a story: as shipped, but quick. */
record Settings(
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
    static Settings quick() {
        return new Settings(48, 256, 4, 500, 5_000, 5, 20, 200, 3, 10, 0);
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return RoConfig.class;
    }
}

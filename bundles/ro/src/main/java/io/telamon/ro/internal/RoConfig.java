/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Settings of the resource orchestrator, PID {@value #PID}. A change takes effect at once: the RO
 * starts again, as after a restart of the container.
 */
@ObjectClassDefinition(name = "Telamon resource orchestrator")
public @interface RoConfig {
    /** Name of the settings, and of their file in {@code etc}. */
    String PID = "io.telamon.ro";

    /** Calls in flight over all lanes that are not held up by a slow partner. */
    @AttributeDefinition(min = "1")
    int poolSize() default 48;

    /** Threads at most, those held up by slow partners included. */
    @AttributeDefinition(min = "1")
    int poolMax() default 256;

    /** Calls at once on one lane. */
    @AttributeDefinition(min = "1")
    int permits() default 4;

    /** A call older than this counts as held up. */
    @AttributeDefinition(min = "10")
    int slowAfterMillis() default 500;

    /** Deadline of one call to a partner. */
    @AttributeDefinition(min = "100")
    int callTimeoutMillis() default 20_000;

    /** Failures in a row of one task before a person is asked. */
    @AttributeDefinition(min = "1")
    int attempts() default 5;

    /** First back-off; doubles with each failure. */
    @AttributeDefinition(min = "1")
    int backoffMillis() default 500;

    /** Longest back-off. */
    @AttributeDefinition(min = "1")
    int backoffMaxMillis() default 30_000;

    /** Time-outs in a row that open a lane's circuit. */
    @AttributeDefinition(min = "1")
    int circuitAfter() default 3;

    /** Time between looks at a thing that is being built, unless its plug-in says otherwise. */
    @AttributeDefinition(min = "1")
    int observeMillis() default 500;

    /** Time between rounds of the janitor; 0 turns it off. */
    @AttributeDefinition(min = "0")
    int janitorSeconds() default 60;
}

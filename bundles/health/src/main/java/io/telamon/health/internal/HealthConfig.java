/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.health.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Which services the container owes before it calls itself ready. */
@ObjectClassDefinition(name = "Telamon readiness")
public @interface HealthConfig {
    /** Class names of services, each of which must be published at least once. */
    @AttributeDefinition(name = "Required services")
    String[] required_services() default {};
}

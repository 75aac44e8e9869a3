/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an operator may set about the REST door (PID {@code io.telamon.northbound.rest}). */
@ObjectClassDefinition(name = "Telamon REST door", description = "Limits of the REST door")
public @interface RestConfig {
    /** Largest body of a request that is not a package, in bytes. */
    @AttributeDefinition(name = "Largest body", description = "Bytes; 1 MiB unless set")
    long max_body_bytes() default 1L << 20;

    /** Events kept for a client that reads slowly before it is cut. */
    @AttributeDefinition(name = "Event backlog", description = "Events per client")
    int event_backlog() default 2000;

    /** Seconds between two signs of life on an event stream. */
    @AttributeDefinition(name = "Heartbeat", description = "Seconds")
    int heartbeat_seconds() default 15;
}

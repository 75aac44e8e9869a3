/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.health.api;

/**
 * One named condition without which the container is not ready, published as an OSGi service.
 *
 * <p>Whoever asks (load balancer, start script, portal) may ask every second from any thread, so an
 * answer comes from memory: no I/O, no lock that is held across I/O, within a few milliseconds.
 */
public interface HealthCheck {
    /** A short stable name in kebab case, unique in the container, such as {@code database}. */
    String name();

    /** Says how the condition stands now; an exception counts as not ready. */
    Status check();
}

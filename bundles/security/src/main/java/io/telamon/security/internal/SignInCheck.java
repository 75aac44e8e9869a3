/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.internal;

import io.telamon.health.api.HealthCheck;
import io.telamon.health.api.Status;
import io.telamon.security.api.Authenticator;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Not ready while nobody could sign in, for instance on a node with a foreign master key. */
@Component(service = HealthCheck.class)
public final class SignInCheck implements HealthCheck {
    /** Set and cleared by the component runtime. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile Authenticator authenticator;

    @Override
    public String name() {
        return "sign-in";
    }

    @Override
    public Status check() {
        return authenticator == null
                ? Status.waiting("waits for the database or the master key; the log says which")
                : Status.ready("users can sign in");
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.jaas.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.security.Caller;
import io.telamon.security.api.Authenticator;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Takes the security service for one call only, so that its bundle can be replaced any time. */
final class AuthenticatorLookup implements Function<Function<Authenticator, Caller>, Caller> {
    private final BundleContext context;

    AuthenticatorLookup(BundleContext context) {
        this.context = context;
    }

    @Override
    public Caller apply(Function<Authenticator, Caller> call) {
        ServiceReference<Authenticator> reference =
                context.getServiceReference(Authenticator.class);
        Authenticator service = reference == null ? null : context.getService(reference);
        if (service == null) {
            throw new TelamonException(
                    ErrorCode.UNAVAILABLE, "Sign-in is starting; try again in a moment");
        }
        try {
            return call.apply(service);
        } finally {
            context.ungetService(reference);
        }
    }
}

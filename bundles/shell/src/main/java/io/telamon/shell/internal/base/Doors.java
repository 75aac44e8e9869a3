/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.base;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Takes a facade for one call; nobody keeps one, so its bundle can be replaced any time. */
public interface Doors {
    /**
     * Calls a facade.
     *
     * @throws TelamonException UNAVAILABLE while the facade is not there
     */
    <F, T> T call(Class<F> facade, Function<F, T> call);

    /** Facades that are registered in the framework. */
    static Doors in(BundleContext context) {
        return new Doors() {
            @Override
            public <F, T> T call(Class<F> facade, Function<F, T> call) {
                ServiceReference<F> reference = context.getServiceReference(facade);
                F service = reference == null ? null : context.getService(reference);
                if (service == null) {
                    throw new TelamonException(
                            ErrorCode.UNAVAILABLE,
                            "The part that does this (%s) is being replaced; try again",
                            facade.getSimpleName());
                }
                try {
                    return call.apply(service);
                } finally {
                    context.ungetService(reference);
                }
            }
        };
    }
}

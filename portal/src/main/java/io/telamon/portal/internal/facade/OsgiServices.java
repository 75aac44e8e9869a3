/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.facade;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** Takes facades from the service registry, for one call each. */
final class OsgiServices implements ServiceSource {
    @Override
    public <S, R> R call(Class<S> type, Function<S, R> use) {
        BundleContext context = context();
        ServiceReference<S> reference = context.getServiceReference(type);
        S service = reference == null ? null : context.getService(reference);
        if (service == null) {
            throw new TelamonException(
                    ErrorCode.UNAVAILABLE,
                    "%s is being replaced; the page goes on by itself when it is back",
                    type.getSimpleName());
        }
        try {
            return use.apply(service);
        } finally {
            context.ungetService(reference);
        }
    }

    @Override
    public long identity(Class<?> type) {
        ServiceReference<?> reference = context().getServiceReference(type);
        Object id = reference == null ? null : reference.getProperty(Constants.SERVICE_ID);
        return id instanceof Long number ? number : -1;
    }

    private static BundleContext context() {
        return FrameworkUtil.getBundle(OsgiServices.class).getBundleContext();
    }
}

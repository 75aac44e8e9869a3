/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.jetty.internal;

import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHandler;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.Container;
import org.eclipse.jetty.util.component.LifeCycle;
import org.ops4j.pax.web.service.spi.ServerControllerFactory;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps Jetty from keeping the chain it found for a path. Pax Web 11 keeps it by path and context;
 * a request that comes while a servlet is being registered or replaced can put the answer "no such
 * page" there for good, and the page is never found again. Finding a chain anew costs a look into a
 * map. Pax Web has no setting for it, but hands every request to services of this kind before a
 * chain is looked for. Pax Web's Jetty cannot start when such a service is there before it, hence
 * the reference.
 *
 * <p>Thread-safe.
 */
@Component(
        service = HttpConfiguration.Customizer.class,
        reference = @Reference(name = "server", service = ServerControllerFactory.class))
public final class FreshChains implements HttpConfiguration.Customizer {
    private final Watch watch = new Watch();
    private volatile Server watched;

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        watch(request.getConnectionMetaData().getConnector().getServer());
        return request;
    }

    /** Sees to all handlers of {@code server}, now and in future; the second call does nothing. */
    void watch(Server server) {
        if (watched == server) {
            return;
        }
        synchronized (watch) {
            if (watched != server) {
                server.addEventListener(watch); // is told of the handlers that are there, too
                watched = server;
            }
        }
    }

    /** Meets the servlet handler of every context of a server. */
    private static final class Watch implements Container.InheritedListener {
        @Override
        public void beanAdded(Container parent, Object child) {
            // the context, as a collection that runs already tells of nothing inside it
            if (child instanceof ServletContextHandler context) {
                ServletHandler handler = context.getServletHandler();
                handler.addEventListener(new Uncached(handler));
                if (handler.isStarted()) { // one that is starting must make its maps first
                    forget(handler);
                }
            }
        }

        @Override
        public void beanRemoved(Container parent, Object child) {
            // a handler that goes takes its listener along
        }
    }

    /**
     * Pax Web reads the maps that a start with a cache makes, so the cache ends after the start.
     */
    private record Uncached(ServletHandler handler) implements LifeCycle.Listener {
        @Override
        public void lifeCycleStarting(LifeCycle event) {
            handler.setFilterChainsCached(true);
        }

        @Override
        public void lifeCycleStarted(LifeCycle event) {
            forget(handler);
        }
    }

    private static void forget(ServletHandler handler) {
        handler.setFilterChainsCached(false);
        handler.setFilterMappings(handler.getFilterMappings()); // drops what was kept until now
    }
}

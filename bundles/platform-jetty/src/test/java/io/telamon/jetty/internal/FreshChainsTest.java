/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.jetty.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHandler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.component.LifeCycle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a Jetty of the version the product runs on, asked in memory. */
class FreshChainsTest {
    private final Server server = new Server();
    private final LocalConnector connector = new LocalConnector(server);
    private final ContextHandlerCollection contexts = new ContextHandlerCollection();
    private final ServletContextHandler first = new ServletContextHandler("/first");

    @BeforeEach
    void start() throws Exception {
        connector
                .getConnectionFactory(HttpConnectionFactory.class)
                .getHttpConfiguration()
                .addCustomizer(new FreshChains());
        server.addConnector(connector);
        contexts.addHandler(first);
        server.setHandler(contexts);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void aHandlerThatIsThereKeepsNothingFromTheFirstRequestOn() throws Exception {
        assertThat(first.getServletHandler().isFilterChainsCached()).isTrue();

        ask();

        assertThat(first.getServletHandler().isFilterChainsCached()).isFalse();
    }

    @Test
    void aHandlerThatComesLaterStartsWithItsMapsAndKeepsNothing() throws Exception {
        ask();
        ServletContextHandler later = new ServletContextHandler("/later");
        Started started = new Started(later.getServletHandler());
        later.getServletHandler().addEventListener(started);
        contexts.addHandler(later);
        later.start();

        assertThat(started.cachedWhileStarting).isTrue();
        assertThat(later.getServletHandler().isFilterChainsCached()).isFalse();
    }

    @Test
    void aHandlerThatStartsAnewKeepsNothing() throws Exception {
        ask();
        first.stop();
        Started started = new Started(first.getServletHandler());
        first.getServletHandler().addEventListener(started);
        first.start();
        ask();

        assertThat(started.cachedWhileStarting).isTrue();
        assertThat(first.getServletHandler().isFilterChainsCached()).isFalse();
    }

    private void ask() throws Exception {
        assertThat(connector.getResponse("GET /first/x HTTP/1.0\r\n\r\n")).contains(" 404 ");
    }

    /** Sees the flag at the time of a start, when Jetty decides whether to make its maps. */
    private static final class Started implements LifeCycle.Listener {
        private final ServletHandler handler;
        private boolean cachedWhileStarting;

        Started(ServletHandler handler) {
            this.handler = handler;
        }

        @Override
        public void lifeCycleStarting(LifeCycle event) {
            cachedWhileStarting = handler.isFilterChainsCached();
        }
    }
}

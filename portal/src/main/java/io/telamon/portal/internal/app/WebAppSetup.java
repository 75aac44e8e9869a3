/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.app;

import com.vaadin.flow.server.communication.JSR356WebsocketInitializer;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Set;

/**
 * Prepares the servlet context before Vaadin does: keeps Vaadin from mapping a second push endpoint
 * over ours (it takes Pax Web's "default" servlet for one of its own) and ends idle sessions.
 */
public final class WebAppSetup implements ServletContainerInitializer {
    private static final int IDLE_MINUTES = 30;

    @Override
    public void onStartup(Set<Class<?>> classes, ServletContext context) {
        context.setAttribute(JSR356WebsocketInitializer.class.getName() + ".default", Boolean.TRUE);
        context.setSessionTimeout(IDLE_MINUTES);
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.health.internal;

import io.telamon.health.api.HealthCheck;
import io.telamon.health.api.Status;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Ready when every web application bundle is served: it is deployed some seconds after its bundle
 * became active, and until then its address answers 404. OSGi compendium 128.3.4 has the service
 * that tells.
 */
@Component(service = HealthCheck.class)
public final class WebAppsCheck implements HealthCheck {
    private static final String CONTEXT_PATH = "Web-ContextPath";
    private static final String SERVLET_CONTEXT = "jakarta.servlet.ServletContext";

    private final Supplier<List<String>> installed;
    private final Predicate<String> served;

    /** Watches the framework behind {@code context}. */
    @Activate
    public WebAppsCheck(BundleContext context) {
        this(() -> webBundles(context), name -> hasServletContext(context, name));
    }

    WebAppsCheck(Supplier<List<String>> installed, Predicate<String> served) {
        this.installed = installed;
        this.served = served;
    }

    @Override
    public String name() {
        return "web";
    }

    @Override
    public Status check() {
        List<String> apps = installed.get();
        List<String> missing = apps.stream().filter(served.negate()).toList();
        return missing.isEmpty()
                ? Status.ready(apps.size() + " web applications served")
                : Status.waiting("deploying " + String.join(", ", missing));
    }

    private static List<String> webBundles(BundleContext context) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getHeaders("").get(CONTEXT_PATH) != null)
                .map(Bundle::getSymbolicName)
                .toList();
    }

    private static boolean hasServletContext(BundleContext context, String symbolicName) {
        try {
            return context.getAllServiceReferences(
                            SERVLET_CONTEXT, "(osgi.web.symbolicname=" + symbolicName + ")")
                    != null;
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(symbolicName + " is no symbolic name", impossible);
        }
    }
}

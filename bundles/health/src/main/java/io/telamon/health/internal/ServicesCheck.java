/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.health.internal;

import io.telamon.health.api.HealthCheck;
import io.telamon.health.api.Status;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Ready when every facade that a door needs is there: a published service may still fail to be
 * made, so each is asked for.
 */
@Component(service = HealthCheck.class, configurationPid = "io.telamon.health")
@Designate(ocd = HealthConfig.class)
public final class ServicesCheck implements HealthCheck {
    private final List<String> required;
    private final Predicate<String> there;

    /** Watches for the services that {@code config} names. */
    @Activate
    public ServicesCheck(BundleContext context, HealthConfig config) {
        this(
                Stream.of(config.required_services()).flatMap(ServicesCheck::names).toList(),
                name -> isThere(context, name));
    }

    private static boolean isThere(BundleContext context, String name) {
        ServiceReference<?> reference = context.getServiceReference(name);
        if (reference == null || context.getService(reference) == null) {
            return false;
        }
        context.ungetService(reference);
        return true;
    }

    ServicesCheck(List<String> required, Predicate<String> there) {
        this.required = required.stream().filter(name -> !name.isEmpty()).toList();
        this.there = there;
    }

    /** A file gives one text for the whole list. */
    static Stream<String> names(String list) {
        return Stream.of(list.split(",")).map(String::trim);
    }

    @Override
    public String name() {
        return "services";
    }

    @Override
    public Status check() {
        List<String> missing = required.stream().filter(there.negate()).toList();
        return missing.isEmpty()
                ? Status.ready(required.size() + " services there")
                : Status.waiting("waiting for " + String.join(", ", missing));
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.health.internal;

import io.telamon.health.api.HealthCheck;
import io.telamon.health.api.Status;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** Ready when every facade that a door needs is published. */
@Component(service = HealthCheck.class, configurationPid = "io.telamon.health")
@Designate(ocd = HealthConfig.class)
public final class ServicesCheck implements HealthCheck {
    private final List<String> required;
    private final Predicate<String> published;

    /** Watches for the services that {@code config} names. */
    @Activate
    public ServicesCheck(BundleContext context, HealthConfig config) {
        this(
                Stream.of(config.required_services()).flatMap(ServicesCheck::names).toList(),
                name -> context.getServiceReference(name) != null);
    }

    ServicesCheck(List<String> required, Predicate<String> published) {
        this.required = required.stream().filter(name -> !name.isEmpty()).toList();
        this.published = published;
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
        List<String> missing = required.stream().filter(published.negate()).toList();
        return missing.isEmpty()
                ? Status.ready(required.size() + " services published")
                : Status.waiting("waiting for " + String.join(", ", missing));
    }
}

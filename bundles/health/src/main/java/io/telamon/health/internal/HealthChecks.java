/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.health.internal;

import io.telamon.health.api.HealthCheck;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The checks that are there now; bundles bring and take theirs as they come and go. */
@Component(service = HealthChecks.class)
public final class HealthChecks {
    private final List<HealthCheck> checks = new CopyOnWriteArrayList<>();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "remove")
    void add(HealthCheck check) {
        checks.add(check);
    }

    void remove(HealthCheck check) {
        checks.remove(check);
    }

    HealthReport report() {
        return HealthReport.of(checks);
    }
}

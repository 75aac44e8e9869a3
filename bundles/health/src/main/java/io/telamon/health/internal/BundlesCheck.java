/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.health.internal;

import io.telamon.health.api.HealthCheck;
import io.telamon.health.api.Status;
import java.util.Arrays;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Ready when Karaf has installed the boot features and each of their bundles runs. */
@Component
public final class BundlesCheck implements HealthCheck {
    /** Karaf publishes this marker once the boot features are in place. */
    static final String BOOT_FINISHED = "org.apache.karaf.features.BootFinished";

    private final BundleContext context;

    /** Looks at the whole framework through {@code context}. */
    @Activate
    public BundlesCheck(BundleContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "bundles";
    }

    @Override
    public Status check() {
        if (context.getServiceReference(BOOT_FINISHED) == null) {
            return Status.waiting("boot features are being installed");
        }
        return BundleStates.judge(Arrays.stream(context.getBundles()).map(this::seen).toList());
    }

    private BundleStates.Seen seen(Bundle bundle) {
        return new BundleStates.Seen(
                bundle.getSymbolicName(), bundle.getLocation(), bundle.getState(), passive(bundle));
    }

    /** Fragments never start, lazy bundles start when a class of theirs is asked for. */
    private static boolean passive(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        boolean fragment =
                revision != null && (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
        return fragment || bundle.getHeaders("").get(Constants.BUNDLE_ACTIVATIONPOLICY) != null;
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.health.internal;

import io.telamon.health.api.Status;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;

/** Judges whether the bundles of the product run, without asking the framework itself. */
final class BundleStates {
    private static final Map<Integer, String> NAMES =
            Map.of(
                    Bundle.INSTALLED, "not resolved",
                    Bundle.RESOLVED, "stopped",
                    Bundle.STARTING, "starting",
                    Bundle.STOPPING, "stopping",
                    Bundle.ACTIVE, "active");
    private static final int NAMED_AT_MOST = 5;

    private BundleStates() {}

    /** One bundle as far as readiness is concerned. */
    record Seen(String name, String location, int state, boolean passive) {
        /** What a person dropped into the deploy folder may fail alone. */
        boolean ours() {
            return !location.startsWith("file:");
        }

        boolean runs() {
            return state == Bundle.ACTIVE || passive && state != Bundle.INSTALLED;
        }

        String described() {
            return name + " (" + NAMES.getOrDefault(state, "uninstalled") + ")";
        }
    }

    static Status judge(Collection<Seen> bundles) {
        List<Seen> ours = bundles.stream().filter(Seen::ours).toList();
        List<String> late =
                ours.stream().filter(seen -> !seen.runs()).map(Seen::described).toList();
        if (late.isEmpty()) {
            return Status.ready(ours.size() + " bundles run");
        }
        String named = String.join(", ", late.subList(0, Math.min(NAMED_AT_MOST, late.size())));
        return Status.waiting(late.size() + " of " + ours.size() + " bundles do not run: " + named);
    }
}

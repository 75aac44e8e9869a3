/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.check;

import io.telamon.model.descriptor.ConfigPrimitive;
import io.telamon.model.descriptor.DeploymentFlavour;
import io.telamon.model.descriptor.MonitoringParameter;
import io.telamon.model.descriptor.ScalingAction;
import io.telamon.model.descriptor.ScalingAspect;
import io.telamon.model.descriptor.ScalingCriterion;
import io.telamon.model.descriptor.ScalingDelta;
import io.telamon.model.descriptor.ScalingPolicy;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VnfDescriptor;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks scaling aspects: what they name is there, and their steps fit the ranges. */
final class ScalingChecks {
    private final VnfDescriptor vnf;
    private final Problems problems;
    private final Set<String> measured;
    private final Set<String> primitives;

    private ScalingChecks(VnfDescriptor vnf, Problems problems) {
        this.vnf = vnf;
        this.problems = problems;
        this.measured =
                vnf.behaviour().monitoringParameters().stream()
                        .map(MonitoringParameter::id)
                        .collect(Collectors.toSet());
        this.primitives =
                vnf.behaviour().configurations().stream()
                        .flatMap(c -> c.primitives().stream())
                        .map(ConfigPrimitive::name)
                        .collect(Collectors.toSet());
    }

    static void check(VnfDescriptor vnf, Problems problems) {
        var checks = new ScalingChecks(vnf, problems);
        for (DeploymentFlavour flavour : vnf.flavours()) {
            var ids = flavour.scalingAspects().stream().map(ScalingAspect::id).toList();
            problems.unique("aspect", "scaling aspects", ids);
            flavour.scalingAspects().forEach(a -> checks.aspect(flavour, a));
        }
    }

    private void aspect(DeploymentFlavour flavour, ScalingAspect aspect) {
        String key = "aspect|" + aspect.id();
        if (aspect.maxLevel() > 0 && aspect.deltas().isEmpty()) {
            problems.error(
                    key,
                    "FIELD_MISSING",
                    "Aspect %s says no step".formatted(aspect.id()),
                    "Say which VDU grows by how many");
            return;
        }
        for (ScalingDelta delta : aspect.deltas()) {
            for (String vdu : delta.instances().keySet()) {
                if (vnf.vdu(vdu).isEmpty()) {
                    problems.dangling(
                            key,
                            "Aspect %s grows the vdu %s, which is not there"
                                    .formatted(aspect.id(), vdu));
                }
            }
        }
        vnf.vdus().forEach(vdu -> reach(flavour, aspect, vdu));
        references(aspect);
    }

    private void reach(DeploymentFlavour flavour, ScalingAspect aspect, Vdu vdu) {
        if (aspect.maxLevel() == 0) {
            return;
        }
        int step = aspect.stepTo(1).getOrDefault(vdu.id(), 0);
        var range = vnf.range(vdu, flavour);
        long first = (long) range.initial() + step;
        long last = range.initial();
        int different = Math.min(aspect.maxLevel(), aspect.deltas().size());
        for (int level = 1; level <= different; level++) {
            last += aspect.stepTo(level).getOrDefault(vdu.id(), 0);
        }
        int repeated = aspect.stepTo(aspect.maxLevel()).getOrDefault(vdu.id(), 0);
        last += (long) (aspect.maxLevel() - different) * repeated;
        if (step > 0 && first > range.max()) {
            problems.error(
                    "aspect|" + aspect.id(),
                    "RANGE_IMPOSSIBLE",
                    "Aspect %s cannot take one step: %s starts with %d and may have %d"
                            .formatted(aspect.id(), vdu.id(), range.initial(), range.max()),
                    "Raise the greatest number of instances");
        } else if (last > range.max()) {
            problems.warning(
                    "aspect|" + aspect.id(),
                    "RANGE_SHORT",
                    "The greatest level of %s asks for %d of %s, at most %d may be"
                            .formatted(aspect.id(), last, vdu.id(), range.max()),
                    "Lower the greatest level or raise the number of instances");
        }
    }

    private void references(ScalingAspect aspect) {
        for (ScalingPolicy policy : aspect.policies()) {
            for (ScalingCriterion criterion : policy.criteria()) {
                if (!measured.contains(criterion.monitoringParameter())) {
                    problems.dangling(
                            "criterion|" + criterion.monitoringParameter(),
                            "There is no monitoring parameter " + criterion.monitoringParameter());
                }
            }
        }
        for (ScalingAction action : aspect.actions()) {
            if (!primitives.contains(action.primitive())) {
                problems.dangling(
                        "action|" + action.primitive(),
                        "There is no config primitive " + action.primitive());
            }
        }
    }
}

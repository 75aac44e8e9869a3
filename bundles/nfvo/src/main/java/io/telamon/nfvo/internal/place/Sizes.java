/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.place;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.descriptor.DeploymentFlavour;
import io.telamon.model.descriptor.InstanceRange;
import io.telamon.model.descriptor.ScalingAspect;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.descriptor.VnfMember;
import io.telamon.model.instance.VnfInstance;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Computes how many instances of each VDU a member has. Pure. */
public final class Sizes {
    private Sizes() {}

    /** Counts at the start, by VDU id. */
    public static Map<String, Integer> initial(VnfMember member, VnfDescriptor vnfd) {
        DeploymentFlavour flavour =
                member.flavour().flatMap(vnfd::flavour).orElseGet(vnfd::defaultFlavour);
        Map<String, Integer> counts = new TreeMap<>();
        for (Vdu vdu : vnfd.stack().isPresent() ? List.<Vdu>of() : vnfd.vdus()) {
            counts.put(vdu.id(), vnfd.initialCount(vdu, flavour, member.level()));
        }
        return counts;
    }

    /**
     * The member at another level of one aspect.
     *
     * @throws TelamonException INVALID_ARGUMENT naming aspect, level and limit
     */
    public static VnfInstance scaled(
            VnfInstance vnf, VnfMember member, VnfDescriptor vnfd, String aspectId, int steps) {
        if (vnfd.stack().isPresent()) {
            throw new TelamonException(
                    ErrorCode.UNSUPPORTED,
                    "Member %s is made by the template %s, which says itself how large it is",
                    vnf.memberIndex(),
                    vnfd.stack().get().path());
        }
        DeploymentFlavour flavour =
                member.flavour().flatMap(vnfd::flavour).orElseGet(vnfd::defaultFlavour);
        ScalingAspect aspect =
                flavour.scalingAspect(aspectId)
                        .orElseThrow(
                                () ->
                                        new TelamonException(
                                                ErrorCode.INVALID_ARGUMENT,
                                                "Member %s has no scaling aspect %s, only %s",
                                                vnf.memberIndex(),
                                                aspectId,
                                                flavour.scalingAspects().stream()
                                                        .map(ScalingAspect::id)
                                                        .toList()));
        int level = vnf.levels().getOrDefault(aspectId, 0);
        int target = level + steps;
        if (steps == 0 || target < 0 || target > aspect.maxLevel()) {
            throw new TelamonException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Aspect %s of member %s is at level %d of 0 to %d; %+d steps are not possible",
                    aspectId,
                    vnf.memberIndex(),
                    level,
                    aspect.maxLevel(),
                    steps);
        }
        Map<String, Integer> counts = new TreeMap<>(vnf.counts());
        for (int at = level; at != target; at += Integer.signum(steps)) {
            int sign = Integer.signum(steps);
            aspect.stepTo(sign > 0 ? at + 1 : at)
                    .forEach((vdu, more) -> counts.merge(vdu, sign * more, Integer::sum));
        }
        checkRanges(vnf, vnfd, flavour, counts);
        Map<String, Integer> levels = new TreeMap<>(vnf.levels());
        levels.put(aspectId, target);
        return vnf.scaled(counts, levels);
    }

    private static void checkRanges(
            VnfInstance vnf,
            VnfDescriptor vnfd,
            DeploymentFlavour flavour,
            Map<String, Integer> counts) {
        for (Vdu vdu : vnfd.vdus()) {
            InstanceRange range = vnfd.range(vdu, flavour);
            int count = counts.getOrDefault(vdu.id(), 0);
            if (count < range.min() || count > range.max()) {
                throw new TelamonException(
                        ErrorCode.INVALID_ARGUMENT,
                        "VDU %s of member %s would have %d instances; its range is %d to %d",
                        vdu.id(),
                        vnf.memberIndex(),
                        count,
                        range.min(),
                        range.max());
            }
        }
    }
}

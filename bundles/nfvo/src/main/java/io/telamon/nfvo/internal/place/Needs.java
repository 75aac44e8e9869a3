/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.place;

import io.telamon.model.descriptor.PlacementScope;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VduInterface;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.descriptor.VolumeKind;
import io.telamon.vim.spi.VimAbility;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** The optional abilities of clouds that a VNF cannot do without. Pure. */
final class Needs {
    private Needs() {}

    /** What it is about in words, by ability. */
    static Map<String, String> of(VnfDescriptor vnfd, Map<String, String> parameters) {
        Map<String, String> needs = new LinkedHashMap<>();
        if (vnfd.stack().isPresent()) {
            needs.put(VimAbility.STACK, "stacks");
            return needs;
        }
        if (vnfd.placementGroups().stream().anyMatch(one -> one.scope() == PlacementScope.HOST)) {
            needs.put(VimAbility.SERVER_GROUP, "placement groups");
        }
        if (has(vnfd, Needs::isGuarded)) {
            needs.put(VimAbility.SECURITY_GROUP, "security groups");
        }
        boolean skips = "skip".equals(parameters.get("floating-addresses"));
        if (!skips && has(vnfd, card -> card.address().floatingIp().isPresent())) {
            needs.put(VimAbility.FLOATING_ADDRESS, "floating addresses");
        }
        boolean bare = "skip".equals(parameters.get("volumes"));
        if (!bare && vnfd.vdus().stream().anyMatch(Needs::hasVolume)) {
            needs.put(VimAbility.VOLUME, "volumes");
        }
        return needs;
    }

    private static boolean hasVolume(Vdu vdu) {
        return vdu.volumes().stream().anyMatch(disk -> disk.kind() == VolumeKind.PERSISTENT);
    }

    private static boolean isGuarded(VduInterface card) {
        return !card.traits().securityRules().isEmpty()
                || !card.traits().securityGroups().isEmpty();
    }

    private static boolean has(VnfDescriptor vnfd, Predicate<VduInterface> kind) {
        return vnfd.vdus().stream().flatMap(vdu -> vdu.interfaces().stream()).anyMatch(kind);
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.change;

import io.telamon.catalog.api.Catalog;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.PackageId;
import io.telamon.model.TenantId;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.descriptor.VnfMember;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.VnfInstance;
import io.telamon.nfvo.internal.desire.ServicePicture;
import java.util.HashMap;
import java.util.Map;

/** Puts a service and the descriptors of its members together. */
final class Pictures {
    private final Catalog catalog;

    Pictures(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The service as an instance has it; members not yet decided take the on-boarded VNFD. */
    ServicePicture of(NsInstance instance) {
        NsDescriptor nsd = catalog.nsd(instance.nsd());
        Map<String, PackageId> packages = new HashMap<>();
        Map<String, VnfDescriptor> vnfds = new HashMap<>();
        for (VnfMember member : nsd.members()) {
            PackageId found =
                    instance.topology()
                            .vnf(member.memberIndex())
                            .map(VnfInstance::vnfPackage)
                            .orElseGet(() -> onboarded(instance.tenant(), nsd, member));
            packages.put(member.memberIndex(), found);
            vnfds.put(member.memberIndex(), catalog.vnfd(found));
        }
        return new ServicePicture(nsd, vnfds, packages, instance.topology());
    }

    private PackageId onboarded(TenantId tenant, NsDescriptor nsd, VnfMember member) {
        return catalog.vnfPackage(tenant, member.vnfdId())
                .orElseThrow(
                        () ->
                                new TelamonException(
                                        ErrorCode.MISSING_DEPENDENCY,
                                        "NSD %s needs the VNFD %s, which is not on-boarded and enabled",
                                        nsd.info().id(),
                                        member.vnfdId()));
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.change;

import io.telamon.catalog.api.Catalog;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.PackageId;
import io.telamon.model.TenantId;
import io.telamon.model.descriptor.ImageAlternative;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.descriptor.VnfMember;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.VnfInstance;
import io.telamon.nfvo.internal.desire.PackagedImages;
import io.telamon.nfvo.internal.desire.ServicePicture;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
        return new ServicePicture(
                nsd, vnfds, packages, instance.topology(), images(packages, vnfds));
    }

    /** Looks all images up now: plans are drafted inside transactions, where nobody may ask. */
    private PackagedImages images(
            Map<String, PackageId> packages, Map<String, VnfDescriptor> vnfds) {
        Map<PackageId, Map<String, Catalog.ImageFile>> known = new HashMap<>();
        vnfds.forEach(
                (member, vnfd) -> {
                    PackageId id = packages.get(member);
                    Map<String, Catalog.ImageFile> brought =
                            known.computeIfAbsent(id, key -> new HashMap<>());
                    names(vnfd)
                            .forEach(
                                    name ->
                                            catalog.image(id, name)
                                                    .ifPresent(file -> brought.put(name, file)));
                });
        return (id, name) -> Optional.ofNullable(known.getOrDefault(id, Map.of()).get(name));
    }

    private static Stream<String> names(VnfDescriptor vnfd) {
        return vnfd.vdus().stream()
                .flatMap(vdu -> vdu.image().stream())
                .flatMap(
                        image ->
                                Stream.concat(
                                        Stream.of(image.name()),
                                        image.alternatives().stream().map(ImageAlternative::name)))
                .distinct();
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

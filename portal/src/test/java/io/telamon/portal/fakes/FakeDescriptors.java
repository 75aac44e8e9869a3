/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.fakes;

import io.telamon.model.descriptor.ComputeSpec;
import io.telamon.model.descriptor.DeploymentFlavour;
import io.telamon.model.descriptor.DescriptorInfo;
import io.telamon.model.descriptor.Finding;
import io.telamon.model.descriptor.FindingPlace;
import io.telamon.model.descriptor.LinkConnection;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.ScalingAspect;
import io.telamon.model.descriptor.Severity;
import io.telamon.model.descriptor.ValidationReport;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VirtualLink;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.descriptor.VnfMember;
import java.util.List;
import java.util.Optional;

/** The descriptors of the fake world: a shop with a web tier and a database. */
final class FakeDescriptors {
    private FakeDescriptors() {}

    static NsDescriptor service() {
        return NsDescriptor.builder(
                        new DescriptorInfo(
                                "two-tier",
                                "Two-tier shop",
                                "Telamon",
                                "1.0",
                                "A shop: web tier and database",
                                ""))
                .members(List.of(member("1", "web-vnf"), member("2", "db-vnf")))
                .virtualLinks(List.of(VirtualLink.lan("mgmt"), VirtualLink.lan("data")))
                .build();
    }

    static VnfDescriptor function(String id) {
        Vdu vdu =
                Vdu.builder(id.equals("web-vnf") ? "web" : "db", ComputeSpec.of(2, 2048, 10))
                        .build();
        List<ScalingAspect> aspects =
                id.equals("web-vnf")
                        ? List.of(ScalingAspect.uniform("web-out", 4, "web", 1))
                        : List.of();
        return VnfDescriptor.builder(DescriptorInfo.of(id, "1.0"))
                .vdus(List.of(vdu))
                .flavours(List.of(DeploymentFlavour.scaling("default", aspects)))
                .build();
    }

    private static VnfMember member(String index, String vnfd) {
        return new VnfMember(
                index,
                vnfd,
                Optional.empty(),
                Optional.empty(),
                List.of(LinkConnection.of("mgmt", "mgmt"), LinkConnection.of("data", "data")));
    }

    static ValidationReport badReport() {
        return new ValidationReport(
                List.of(
                        new Finding(
                                Severity.ERROR,
                                "REFERENCE_DANGLING",
                                new FindingPlace(
                                        "broken_nsd.yaml",
                                        14,
                                        9,
                                        "nsd.vld[0].vnfd-connection-point-ref[1]"),
                                "The link data refers to member 3, which the service does not have",
                                "Members are 1 and 2; correct member-vnf-index-ref"),
                        new Finding(
                                Severity.WARNING,
                                "FIELD_UNKNOWN",
                                new FindingPlace("broken_nsd.yaml", 3, 3, "nsd.colour"),
                                "The field colour is not known here",
                                "")));
    }

    static ValidationReport warning(String file) {
        return new ValidationReport(
                List.of(
                        new Finding(
                                Severity.WARNING,
                                "FIELD_UNKNOWN",
                                new FindingPlace(file, 7, 5, "nsd.nsd[0].logo"),
                                "The field logo is not known here",
                                "It is kept in the original and not used")));
    }
}

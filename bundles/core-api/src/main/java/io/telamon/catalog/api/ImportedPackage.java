/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.catalog.api;

import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.PnfDescriptor;
import io.telamon.model.descriptor.ValidationReport;
import io.telamon.model.descriptor.VnfDescriptor;
import java.util.List;
import java.util.Optional;

/**
 * What a package was found to hold. With an error in the report the descriptors are those that
 * could be read; they must not be on-boarded.
 *
 * @param language language of the descriptor, absent when none was recognised
 * @param kind what is described, absent when no descriptor was recognised
 * @param services at most one service
 * @param functions VNFs: one for a VNF package, those inside an Open Baton service
 * @param physical at most one physical function
 * @param artifacts all files of the package
 * @param fields count of fields read
 * @param report all findings
 */
public record ImportedPackage(
        Optional<DescriptorLanguage> language,
        Optional<PackageKind> kind,
        List<NsDescriptor> services,
        List<VnfDescriptor> functions,
        List<PnfDescriptor> physical,
        List<PackageArtifact> artifacts,
        FieldCounts fields,
        ValidationReport report) {
    /** Copies the lists. */
    public ImportedPackage {
        services = List.copyOf(services);
        functions = List.copyOf(functions);
        physical = List.copyOf(physical);
        artifacts = List.copyOf(artifacts);
    }

    /** Tells whether the package may be on-boarded. */
    public boolean acceptable() {
        return report.acceptable();
    }
}

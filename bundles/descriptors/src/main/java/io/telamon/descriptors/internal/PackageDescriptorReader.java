/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal;

import io.telamon.catalog.api.DescriptorReader;
import io.telamon.catalog.api.FieldCounts;
import io.telamon.catalog.api.ImportedPackage;
import io.telamon.catalog.api.PackageSource;
import io.telamon.descriptors.internal.archive.Checksums;
import io.telamon.descriptors.internal.archive.Limits;
import io.telamon.descriptors.internal.archive.PackageFiles;
import io.telamon.descriptors.internal.archive.PackageOpener;
import io.telamon.descriptors.internal.check.NsChecks;
import io.telamon.descriptors.internal.check.VnfChecks;
import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.tree.FieldAudit;
import io.telamon.descriptors.internal.tree.Findings;
import io.telamon.descriptors.internal.tree.IgnoreRules;
import io.telamon.model.descriptor.FindingPlace;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.VnfDescriptor;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads packages: opens the archive, checks its promises, finds the one descriptor inside, has it
 * read by the reader of its language, counts its fields and checks the model.
 */
@Component(service = DescriptorReader.class)
public final class PackageDescriptorReader implements DescriptorReader {
    private static final Logger LOG = LoggerFactory.getLogger(PackageDescriptorReader.class);

    private final Limits limits;

    /** Creates a reader with the limits of a normal installation. */
    @Activate
    public PackageDescriptorReader() {
        this(Limits.standard());
    }

    /** Creates a reader with other limits. */
    PackageDescriptorReader(Limits limits) {
        this.limits = limits;
    }

    @Override
    public ImportedPackage read(PackageSource source) {
        var findings = new Findings();
        try {
            return read(source, findings);
        } catch (RuntimeException unforeseen) {
            // the edge of the reader: whatever a package does to us, the caller gets a report
            LOG.warn("Package {} could not be read", source.fileName(), unforeseen);
            findings.error(
                    "READER_FAILED",
                    FindingPlace.ofFile(source.fileName()),
                    "The reader failed: " + unforeseen.getClass().getSimpleName(),
                    "Please report this package");
            return nothing(findings, PackageFiles.none());
        }
    }

    private ImportedPackage read(PackageSource source, Findings findings) {
        PackageFiles files = new PackageOpener(limits).open(source, findings);
        new Checksums(source, files, findings).check();
        var entry = new Entries(files, findings).find(source.fileName());
        if (entry.isEmpty()) {
            return nothing(findings, files);
        }
        var draft = new Draft(files, findings);
        draft.document(entry.get().document());
        var reader = entry.get().reader();
        reader.read(entry.get().document(), draft);
        StackTemplates.find(draft);
        var audit = new FieldAudit(IgnoreRules.of(reader.language().name()));
        draft.documents().forEach(audit::count);
        check(draft);
        return new ImportedPackage(
                Optional.of(reader.language()),
                draft.kind(),
                draft.services(),
                draft.functions(),
                draft.physical(),
                files.artifacts(),
                audit.counts(),
                findings.report());
    }

    private static void check(Draft draft) {
        for (VnfDescriptor function : draft.functions()) {
            draft.scope(draft.scoped(function.id()) ? function.id() : "");
            VnfChecks.check(function, draft);
        }
        draft.scope("");
        for (NsDescriptor service : draft.services()) {
            NsChecks.check(service, draft);
        }
    }

    private static ImportedPackage nothing(Findings findings, PackageFiles files) {
        return new ImportedPackage(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                files.artifacts(),
                FieldCounts.none(),
                findings.report());
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.catalog.internal;

import io.telamon.catalog.api.ImportedPackage;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.TenantId;
import io.telamon.model.catalog.CatalogEntry;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.descriptor.DescriptorInfo;
import io.telamon.model.descriptor.Finding;
import io.telamon.model.descriptor.FindingPlace;
import io.telamon.model.descriptor.Severity;
import io.telamon.model.descriptor.ValidationReport;
import io.telamon.model.descriptor.VnfDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides which catalog rows a package becomes. A VNF that a service brings along and that the
 * tenant already has, equal in every field, is used as it is; a different one of the same id and
 * version is refused.
 */
final class Drafts {
    private final Shelf shelf;
    private final References references;

    Drafts(Shelf shelf, References references) {
        this.shelf = shelf;
        this.references = references;
    }

    /** Rows to be made, the main one first. */
    List<Draft> of(TenantId tenant, ImportedPackage read) {
        List<Draft> rows = new ArrayList<>();
        read.services().forEach(nsd -> rows.add(new Draft(PackageKind.NS, nsd.info())));
        read.physical().forEach(pnfd -> rows.add(new Draft(PackageKind.PNF, pnfd.info())));
        boolean brought = !read.services().isEmpty();
        for (VnfDescriptor vnfd : read.functions()) {
            Draft draft = new Draft(PackageKind.VNF, vnfd.info());
            if (!brought || !known(tenant, draft, vnfd)) {
                rows.add(draft);
            }
        }
        for (Draft row : rows) {
            same(tenant, row).ifPresent(Drafts::refuse);
        }
        return rows;
    }

    /** Findings of a package that is not what was announced; empty report when it is. */
    static ValidationReport compare(PackageKind announced, String fileName, List<Draft> rows) {
        if (!rows.isEmpty() && rows.get(0).kind() == announced) {
            return new ValidationReport(List.of());
        }
        String found = rows.isEmpty() ? "no descriptor" : "a " + rows.get(0).kind() + " descriptor";
        return new ValidationReport(
                List.of(
                        new Finding(
                                Severity.ERROR,
                                "KIND_MISMATCH",
                                FindingPlace.ofFile(fileName),
                                "Announced as a " + announced + " package, but it holds " + found,
                                "Upload it to an entry of its own kind")));
    }

    private boolean known(TenantId tenant, Draft draft, VnfDescriptor vnfd) {
        return same(tenant, draft)
                .map(row -> shelf.vnfd(row.id()))
                .filter(vnfd::equals)
                .isPresent();
    }

    private Optional<CatalogEntry> same(TenantId tenant, Draft draft) {
        return references.versions(tenant, draft.kind(), draft.info().id()).stream()
                .filter(row -> row.name().version().equals(draft.info().version()))
                .findFirst();
    }

    private static void refuse(CatalogEntry there) {
        throw new TelamonException(
                ErrorCode.ALREADY_EXISTS,
                "%s descriptor %s version %s is on-boarded already as package %s: delete that or"
                        + " raise the version",
                there.kind(),
                there.name().descriptorId(),
                there.name().version(),
                there.id());
    }

    /**
     * A row to be.
     *
     * @param kind what it describes
     * @param info identity of its descriptor
     */
    record Draft(PackageKind kind, DescriptorInfo info) {
        CatalogEntry.Name name() {
            return new CatalogEntry.Name(info.id(), info.name(), info.provider(), info.version());
        }
    }
}

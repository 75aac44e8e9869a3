/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.catalog.internal;

import io.telamon.catalog.api.ImportedPackage;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.TenantId;
import io.telamon.model.catalog.CatalogEntry;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.descriptor.Finding;
import io.telamon.model.descriptor.NestedNsMember;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.PnfMember;
import io.telamon.model.descriptor.ValidationReport;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.descriptor.VnfMember;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Follows what a service names to the other packages of its tenant. */
final class References {
    private static final String VNFD_MISSING = "VNFD_MISSING";

    private final Shelf shelf;

    References(Shelf shelf) {
        this.shelf = shelf;
    }

    /** The enabled, on-boarded row of a descriptor; the newest when there are several versions. */
    Optional<CatalogEntry> find(TenantId tenant, PackageKind kind, String descriptorId) {
        return versions(tenant, kind, descriptorId).stream()
                .filter(CatalogEntry::enabled)
                .max(
                        Comparator.comparing(CatalogEntry::created)
                                .thenComparing(row -> row.id().value()));
    }

    /** All on-boarded rows of a descriptor. */
    List<CatalogEntry> versions(TenantId tenant, PackageKind kind, String descriptorId) {
        return shelf.store()
                .read(work -> work.catalog().findByDescriptor(tenant, kind, descriptorId));
    }

    /**
     * Checks a service against the tenant's other packages.
     *
     * @return findings beyond those of the package itself
     * @throws TelamonException MISSING_DEPENDENCY naming every descriptor that is not there
     */
    ValidationReport check(TenantId tenant, ImportedPackage read, NsDescriptor service) {
        List<String> missing =
                named(service).entrySet().stream()
                        .filter(needed -> !brought(read, needed.getKey()))
                        .filter(
                                needed ->
                                        find(tenant, needed.getValue(), needed.getKey()).isEmpty())
                        .map(needed -> needed.getValue() + " " + needed.getKey())
                        .toList();
        if (!missing.isEmpty()) {
            throw new TelamonException(
                    ErrorCode.MISSING_DEPENDENCY,
                    "Service %s refers to packages that are not on-boarded and enabled: %s;"
                            + " on-board them first",
                    service.id(),
                    String.join(", ", missing));
        }
        ValidationReport found =
                shelf.readers().composition().check(service, id -> vnfd(tenant, read, id));
        return new ValidationReport(
                found.findings().stream().filter(one -> !VNFD_MISSING.equals(one.code())).toList());
    }

    /** The descriptors a service names, with their kinds. */
    static Map<String, PackageKind> named(NsDescriptor service) {
        Map<String, PackageKind> named = new TreeMap<>();
        service.members().stream()
                .map(VnfMember::vnfdId)
                .forEach(id -> named.put(id, PackageKind.VNF));
        service.pnfMembers().stream()
                .map(PnfMember::pnfdId)
                .forEach(id -> named.put(id, PackageKind.PNF));
        service.nestedMembers().stream()
                .map(NestedNsMember::nsdId)
                .forEach(id -> named.put(id, PackageKind.NS));
        return named;
    }

    /** Both reports as one. */
    static ValidationReport join(ValidationReport first, ValidationReport second) {
        List<Finding> all =
                Stream.concat(first.findings().stream(), second.findings().stream()).toList();
        return new ValidationReport(all);
    }

    private Optional<VnfDescriptor> vnfd(TenantId tenant, ImportedPackage read, String id) {
        return read.functions().stream()
                .filter(own -> own.id().equals(id))
                .findFirst()
                .or(() -> find(tenant, PackageKind.VNF, id).map(row -> shelf.vnfd(row.id())));
    }

    private static boolean brought(ImportedPackage read, String id) {
        return read.functions().stream().anyMatch(own -> own.id().equals(id))
                || read.physical().stream().anyMatch(own -> own.id().equals(id));
    }
}

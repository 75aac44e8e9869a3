/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.catalog.api;

import io.telamon.model.PackageId;
import io.telamon.model.TenantId;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.resource.ArtifactRef;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** On-boarded descriptors for the NFVO; parsed once and cached by package id. */
public interface Catalog {
    /** The NSD of a package; NOT_FOUND when the package is gone. */
    NsDescriptor nsd(PackageId id);

    /** The VNFD of a package; NOT_FOUND when the package is gone. */
    VnfDescriptor vnfd(PackageId id);

    /** The on-boarded, enabled package with this VNFD id in the tenant. */
    Optional<PackageId> vnfPackage(TenantId tenant, String vnfdId);

    /** The on-boarded, enabled package with this NSD id in the tenant. */
    Optional<PackageId> nsPackage(TenantId tenant, String nsdId);

    /** A file of a package, if the package has it; size and checksum included. */
    Optional<ImageFile> image(PackageId id, String imageName);

    /** Opens one file of a package; the caller closes it. */
    InputStream open(ArtifactRef artifact) throws IOException;

    /**
     * An image that came with a package.
     *
     * @param ref where it is
     * @param sha256 checksum in hex
     * @param diskFormat {@code qcow2}, {@code raw}, ...
     */
    record ImageFile(ArtifactRef ref, String sha256, String diskFormat) {}
}

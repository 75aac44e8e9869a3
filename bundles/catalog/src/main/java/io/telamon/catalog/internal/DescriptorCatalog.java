/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.catalog.internal;

import io.telamon.catalog.api.Catalog;
import io.telamon.catalog.api.PackageArtifact;
import io.telamon.model.PackageId;
import io.telamon.model.TenantId;
import io.telamon.model.catalog.CatalogEntry;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VduImage;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.resource.ArtifactRef;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The catalog as the core uses it: descriptors and files by package id. Thread-safe. */
@Component(service = Catalog.class)
public final class DescriptorCatalog implements Catalog {
    private static final String FORMAT_UNKNOWN = "qcow2";

    private final Shelf shelf;
    private final References references;

    /** Works on what the shelf holds. */
    @Activate
    public DescriptorCatalog(@Reference Shelf shelf) {
        this.shelf = shelf;
        this.references = new References(shelf);
    }

    @Override
    public NsDescriptor nsd(PackageId id) {
        return shelf.nsd(id);
    }

    @Override
    public VnfDescriptor vnfd(PackageId id) {
        return shelf.vnfd(id);
    }

    @Override
    public Optional<PackageId> vnfPackage(TenantId tenant, String vnfdId) {
        return references.find(tenant, PackageKind.VNF, vnfdId).map(CatalogEntry::id);
    }

    @Override
    public Optional<PackageId> nsPackage(TenantId tenant, String nsdId) {
        return references.find(tenant, PackageKind.NS, nsdId).map(CatalogEntry::id);
    }

    @Override
    public Optional<ImageFile> image(PackageId id, String imageName) {
        CatalogEntry entry = shelf.entry(id);
        if (entry.kind() != PackageKind.VNF) {
            return Optional.empty();
        }
        return shelf.vnfd(id).vdus().stream()
                .map(Vdu::image)
                .flatMap(Optional::stream)
                .filter(image -> image.name().equals(imageName))
                .flatMap(image -> file(entry, image).stream())
                .findFirst();
    }

    @Override
    public InputStream open(ArtifactRef artifact) throws IOException {
        CatalogEntry entry = shelf.entry(artifact.packageId());
        return shelf.readers().contents().open(shelf.source(entry), artifact.path());
    }

    private Optional<ImageFile> file(CatalogEntry entry, VduImage image) {
        return image.artifactPath()
                .flatMap(
                        path ->
                                shelf.parsed(entry).artifacts().stream()
                                        .filter(file -> file.path().equals(path))
                                        .findFirst())
                .map(file -> image(entry.id(), file, image));
    }

    private static ImageFile image(PackageId id, PackageArtifact file, VduImage image) {
        return new ImageFile(
                new ArtifactRef(id, file.path(), file.size()),
                file.sha256(),
                image.diskFormat().orElse(FORMAT_UNKNOWN));
    }
}

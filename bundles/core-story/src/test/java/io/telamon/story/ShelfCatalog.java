/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.story;

import io.telamon.catalog.api.Catalog;
import io.telamon.model.PackageId;
import io.telamon.model.TenantId;
import io.telamon.model.catalog.CatalogEntry;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.resource.ArtifactRef;
import io.telamon.store.api.Store;
import io.telamon.testkit.Samples;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A catalog of ready descriptors; asks the store as the real one does. */
final class ShelfCatalog implements Catalog {
    private final Store store;
    private final Map<PackageId, NsDescriptor> services = new HashMap<>();
    private final Map<PackageId, VnfDescriptor> functions = new HashMap<>();

    ShelfCatalog(Store store) {
        this.store = store;
    }

    PackageId add(TenantId tenant, NsDescriptor nsd) {
        PackageId id = entry(tenant, PackageKind.NS, nsd.info().id());
        services.put(id, nsd);
        return id;
    }

    void add(TenantId tenant, VnfDescriptor vnfd) {
        functions.put(entry(tenant, PackageKind.VNF, vnfd.info().id()), vnfd);
    }

    @Override
    public NsDescriptor nsd(PackageId id) {
        return services.get(entry(id).id());
    }

    @Override
    public VnfDescriptor vnfd(PackageId id) {
        return functions.get(entry(id).id());
    }

    @Override
    public Optional<PackageId> vnfPackage(TenantId tenant, String vnfdId) {
        return find(tenant, PackageKind.VNF, vnfdId);
    }

    @Override
    public Optional<PackageId> nsPackage(TenantId tenant, String nsdId) {
        return find(tenant, PackageKind.NS, nsdId);
    }

    @Override
    public Optional<ImageFile> image(PackageId id, String imageName) {
        entry(id);
        return Optional.empty();
    }

    @Override
    public InputStream open(ArtifactRef artifact) throws IOException {
        throw new FileNotFoundException(artifact.path());
    }

    private CatalogEntry entry(PackageId id) {
        return store.read(work -> work.catalog().find(id)).orElseThrow();
    }

    private PackageId entry(TenantId tenant, PackageKind kind, String descriptor) {
        CatalogEntry sample = Samples.entry(tenant, descriptor);
        CatalogEntry entry =
                new CatalogEntry(
                        sample.id(),
                        tenant,
                        kind,
                        sample.name(),
                        sample.state(),
                        true,
                        sample.content(),
                        sample.created(),
                        0);
        return store.write(work -> work.catalog().add(entry)).id();
    }

    private Optional<PackageId> find(TenantId tenant, PackageKind kind, String descriptor) {
        return store
                .read(work -> work.catalog().findByDescriptor(tenant, kind, descriptor))
                .stream()
                .map(CatalogEntry::id)
                .findFirst();
    }
}

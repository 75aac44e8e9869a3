/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal;

import io.telamon.catalog.api.Catalog;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.PackageId;
import io.telamon.model.TenantId;
import io.telamon.model.catalog.CatalogEntry;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.catalog.PackageState;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.resource.ArtifactRef;
import io.telamon.store.api.Store;
import io.telamon.testkit.Samples;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A catalog of what a test puts in. Reads the store at each question as the real one does, so that
 * a question inside a transaction is noticed.
 */
public final class FakeCatalog implements Catalog {
    private final Store store;
    private final Map<PackageId, NsDescriptor> services = new HashMap<>();
    private final Map<PackageId, VnfDescriptor> functions = new HashMap<>();
    private final Map<String, ImageFile> images = new HashMap<>();

    /** A catalog over a store. */
    public FakeCatalog(Store store) {
        this.store = store;
    }

    /** On-boards a service. */
    public PackageId add(TenantId tenant, NsDescriptor nsd) {
        PackageId id = entry(tenant, PackageKind.NS, nsd.info().id());
        services.put(id, nsd);
        return id;
    }

    /** On-boards a VNF. */
    public PackageId add(TenantId tenant, VnfDescriptor vnfd) {
        PackageId id = entry(tenant, PackageKind.VNF, vnfd.info().id());
        functions.put(id, vnfd);
        return id;
    }

    /** Puts an image into a package. */
    public void image(PackageId id, String name, String sha256) {
        images.put(id + "|" + name, new ImageFile(new ArtifactRef(id, name, 10), sha256, "qcow2"));
    }

    @Override
    public NsDescriptor nsd(PackageId id) {
        look(id);
        return services.get(id);
    }

    @Override
    public VnfDescriptor vnfd(PackageId id) {
        look(id);
        return functions.get(id);
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
        look(id);
        return Optional.ofNullable(images.get(id + "|" + imageName));
    }

    @Override
    public InputStream open(ArtifactRef artifact) {
        return new ByteArrayInputStream(new byte[10]);
    }

    private PackageId entry(TenantId tenant, PackageKind kind, String descriptor) {
        CatalogEntry sample = Samples.entry(tenant, descriptor);
        CatalogEntry entry =
                new CatalogEntry(
                        sample.id(),
                        tenant,
                        kind,
                        sample.name(),
                        PackageState.ONBOARDED,
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

    private void look(PackageId id) {
        if (store.read(work -> work.catalog().find(id)).isEmpty()) {
            throw new TelamonException(ErrorCode.NOT_FOUND, "Package %s is gone", id);
        }
    }
}

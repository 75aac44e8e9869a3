/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.fakes;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.PackageId;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.catalog.PackageState;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.ValidationReport;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.CatalogFacade;
import io.telamon.northbound.api.OnboardResult;
import io.telamon.northbound.api.PackageView;
import io.telamon.northbound.api.Page;
import io.telamon.northbound.api.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Packages of the fake world; a file whose name has "bad" in it is refused. */
public final class FakeCatalog implements CatalogFacade {
    private final FakeWorld world;

    /** Works on this world. */
    public FakeCatalog(FakeWorld world) {
        this.world = world;
    }

    @Override
    public Page<PackageView> list(Caller caller, PackageKind kind, Page.Request page) {
        caller.require("catalog:read");
        synchronized (world) {
            return new Page<>(
                    world.packages.values().stream()
                            .filter(p -> kind == null || p.kind() == kind)
                            .toList(),
                    "");
        }
    }

    @Override
    public PackageView get(Caller caller, PackageId id) {
        synchronized (world) {
            return FakeWorld.known(world.packages.get(id), "package " + id);
        }
    }

    @Override
    public PackageView create(Caller caller, PackageKind kind, Map<String, String> userData) {
        throw new TelamonException(ErrorCode.UNSUPPORTED, "Not in the fake world");
    }

    @Override
    public OnboardResult upload(Caller caller, PackageId id, Upload upload) {
        throw new TelamonException(ErrorCode.UNSUPPORTED, "Not in the fake world");
    }

    @Override
    public OnboardResult onboard(Caller caller, Upload upload) {
        caller.require("catalog:write");
        try {
            upload.body().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        if (upload.fileName().contains("bad")) {
            return new OnboardResult(List.of(), FakeDescriptors.badReport());
        }
        PackageKind kind = upload.fileName().contains("vnf") ? PackageKind.VNF : PackageKind.NS;
        PackageView made =
                world.pack(kind, upload.fileName(), upload.fileName(), PackageState.ONBOARDED);
        world.announce("package", made.id().value(), "PackageOnboarded", Map.of());
        return new OnboardResult(List.of(made), FakeDescriptors.warning(upload.fileName()));
    }

    @Override
    public ValidationReport report(Caller caller, PackageId id) {
        return FakeWorld.known(world.reports.get(id), "package " + id);
    }

    @Override
    public InputStream content(Caller caller, PackageId id) {
        return new ByteArrayInputStream("content".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String descriptor(Caller caller, PackageId id) {
        return "nsd:\n  id: " + get(caller, id).name().descriptorId() + "\n";
    }

    @Override
    public InputStream artifact(Caller caller, PackageId id, String path) {
        return content(caller, id);
    }

    @Override
    public NsDescriptor nsd(Caller caller, PackageId id) {
        return FakeDescriptors.service();
    }

    @Override
    public VnfDescriptor vnfd(Caller caller, PackageId id) {
        return FakeDescriptors.function(get(caller, id).name().descriptorId());
    }

    @Override
    public PackageView update(
            Caller caller,
            PackageId id,
            long expectedVersion,
            Boolean enabled,
            Map<String, String> userData) {
        caller.require("catalog:write");
        synchronized (world) {
            PackageView p = get(caller, id);
            PackageView next =
                    new PackageView(
                            p.id(),
                            p.tenant(),
                            p.kind(),
                            p.name(),
                            p.state(),
                            enabled,
                            p.inUse(),
                            p.content(),
                            p.userData(),
                            p.created(),
                            p.version() + 1);
            world.packages.put(id, next);
            world.announce("package", id.value(), "PackageChanged", Map.of());
            return next;
        }
    }

    @Override
    public void delete(Caller caller, PackageId id) {
        caller.require("catalog:write");
        synchronized (world) {
            if (world.instances.values().stream().anyMatch(instance -> instance.nsd().equals(id))) {
                throw new TelamonException(ErrorCode.IN_USE, "The package is used by an instance");
            }
            world.packages.remove(id);
            world.announce("package", id.value(), "PackageDeleted", Map.of());
        }
    }
}

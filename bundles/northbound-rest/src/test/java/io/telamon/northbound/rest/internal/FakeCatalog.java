/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.PackageId;
import io.telamon.model.catalog.CatalogEntry;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.catalog.PackageState;
import io.telamon.model.descriptor.DescriptorInfo;
import io.telamon.model.descriptor.Finding;
import io.telamon.model.descriptor.FindingPlace;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.Severity;
import io.telamon.model.descriptor.ValidationReport;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.descriptor.VnfMember;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.CatalogFacade;
import io.telamon.northbound.api.OnboardResult;
import io.telamon.northbound.api.PackageView;
import io.telamon.northbound.api.Page;
import io.telamon.northbound.api.Upload;
import io.telamon.testkit.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Packages in memory; content that says {@code bad} is refused, {@code lonely} lacks its VNFs. */
final class FakeCatalog implements CatalogFacade {
    final Map<String, PackageView> rows = new ConcurrentSkipListMap<>();
    final Map<String, String> contents = new ConcurrentSkipListMap<>();
    String lastFileName = "";

    PackageView put(Caller caller, PackageKind kind, String descriptorId, PackageState state) {
        return put(PackageId.create(), caller, kind, descriptorId, state, 1);
    }

    private PackageView put(
            PackageId id,
            Caller caller,
            PackageKind kind,
            String name,
            PackageState state,
            long v) {
        boolean there = state == PackageState.ONBOARDED;
        PackageView view =
                new PackageView(
                        id,
                        caller.tenant(),
                        kind,
                        there
                                ? new CatalogEntry.Name(name, name + " title", "Acme", "1.0")
                                : CatalogEntry.Name.none(),
                        state,
                        true,
                        false,
                        there ? new CatalogEntry.Content("a.tar.gz", 4, "00ff") : null,
                        Map.of(),
                        Samples.NOW,
                        v);
        rows.put(id.value(), view);
        return view;
    }

    @Override
    public Page<PackageView> list(Caller caller, PackageKind kind, Page.Request page) {
        List<PackageView> mine =
                rows.values().stream()
                        .filter(one -> one.tenant().equals(caller.tenant()))
                        .filter(one -> kind == null || one.kind() == kind)
                        .filter(one -> one.id().value().compareTo(page.after()) > 0)
                        .toList();
        boolean more = mine.size() > page.limit();
        List<PackageView> shown = more ? mine.subList(0, page.limit()) : mine;
        return new Page<>(shown, more ? shown.get(shown.size() - 1).id().value() : "");
    }

    @Override
    public PackageView get(Caller caller, PackageId id) {
        return Optional.ofNullable(rows.get(id.value()))
                .filter(one -> one.tenant().equals(caller.tenant()))
                .orElseThrow(
                        () ->
                                new TelamonException(
                                        ErrorCode.NOT_FOUND, "There is no package %s", id));
    }

    @Override
    public PackageView create(Caller caller, PackageKind kind, Map<String, String> userData) {
        caller.require("catalog:write");
        return put(caller, kind, "", PackageState.CREATED);
    }

    @Override
    public OnboardResult upload(Caller caller, PackageId id, Upload upload) {
        PackageView before = get(caller, id);
        String text = text(upload);
        if (text.contains("bad")) {
            put(id, caller, before.kind(), "", PackageState.REJECTED, before.version() + 1);
            return new OnboardResult(List.of(), report());
        }
        contents.put(id.value(), text);
        long next = before.version() + 1;
        return new OnboardResult(
                List.of(put(id, caller, before.kind(), "web", PackageState.ONBOARDED, next)),
                new ValidationReport(List.of()));
    }

    @Override
    public OnboardResult onboard(Caller caller, Upload upload) {
        String text = text(upload);
        if (text.contains("lonely")) {
            throw new TelamonException(ErrorCode.MISSING_DEPENDENCY, "VNF web is missing");
        }
        if (text.contains("bad")) {
            return new OnboardResult(List.of(), report());
        }
        PackageView view = put(caller, PackageKind.VNF, "web", PackageState.ONBOARDED);
        contents.put(view.id().value(), text);
        return new OnboardResult(List.of(view), new ValidationReport(List.of()));
    }

    @Override
    public ValidationReport report(Caller caller, PackageId id) {
        return report();
    }

    @Override
    public InputStream content(Caller caller, PackageId id) {
        if (get(caller, id).state() != PackageState.ONBOARDED) {
            throw new TelamonException(ErrorCode.WRONG_STATE, "Package %s has no content", id);
        }
        return new ByteArrayInputStream("file".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String descriptor(Caller caller, PackageId id) {
        return "vnfd: here";
    }

    @Override
    public InputStream artifact(Caller caller, PackageId id, String path) {
        return new ByteArrayInputStream(path.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public NsDescriptor nsd(Caller caller, PackageId id) {
        DescriptorInfo info = DescriptorInfo.of(get(caller, id).name().descriptorId(), "1.0");
        VnfMember web = new VnfMember("1", "web", Optional.empty(), Optional.empty(), List.of());
        return NsDescriptor.builder(info).members(List.of(web)).build();
    }

    @Override
    public VnfDescriptor vnfd(Caller caller, PackageId id) {
        return VnfDescriptor.builder(DescriptorInfo.of("web", "1.0")).build();
    }

    @Override
    public PackageView update(
            Caller caller,
            PackageId id,
            long expectedVersion,
            Boolean enabled,
            Map<String, String> userData) {
        PackageView before = get(caller, id);
        if (expectedVersion != -1 && expectedVersion != before.version()) {
            throw new TelamonException(ErrorCode.STALE, "Package %s has another version", id);
        }
        PackageView after =
                new PackageView(
                        id,
                        before.tenant(),
                        before.kind(),
                        before.name(),
                        before.state(),
                        enabled == null ? before.enabled() : enabled,
                        before.inUse(),
                        before.content(),
                        userData == null ? before.userData() : userData,
                        before.created(),
                        before.version() + 1);
        rows.put(id.value(), after);
        return after;
    }

    @Override
    public void delete(Caller caller, PackageId id) {
        rows.remove(get(caller, id).id().value());
    }

    private String text(Upload upload) {
        lastFileName = upload.fileName();
        try {
            return new String(upload.body().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static ValidationReport report() {
        FindingPlace place = new FindingPlace("vnfd.yaml", 7, 3, "vnfd.vdu[0]");
        return new ValidationReport(
                List.of(new Finding(Severity.ERROR, "FIELD_MISSING", place, "No id", "add one")));
    }
}

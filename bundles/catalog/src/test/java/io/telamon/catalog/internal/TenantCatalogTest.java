/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.PackageId;
import io.telamon.model.TenantId;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import io.telamon.northbound.api.PackageView;
import io.telamon.northbound.api.Page;
import io.telamon.testkit.JournalProbe;
import io.telamon.testkit.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading, changing and deleting packages; who may see which. */
class TenantCatalogTest {
    @TempDir Path folder;
    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @Test
    void aForeignTenantFindsNothing() {
        PackageId id = bench.onboarded("vnf web 1.0");
        Caller foreign = Bench.caller(TenantId.create());

        List<ThrowingCallable> calls =
                List.of(
                        () -> bench.catalog.get(foreign, id),
                        () -> bench.catalog.report(foreign, id),
                        () -> bench.catalog.content(foreign, id),
                        () -> bench.catalog.descriptor(foreign, id),
                        () -> bench.catalog.artifact(foreign, id, "a"),
                        () -> bench.catalog.vnfd(foreign, id),
                        () -> bench.catalog.update(foreign, id, -1, false, null),
                        () -> bench.catalog.delete(foreign, id));

        calls.forEach(call -> refused(ErrorCode.NOT_FOUND, call));
        assertThat(bench.catalog.list(foreign, null, Page.Request.first()).items()).isEmpty();
    }

    @Test
    void anOperatorSeesEveryTenant() {
        bench.onboard("vnf web 1.0");
        Caller operator = new Caller("root", TenantId.create(), Set.of(Role.SYSTEM_ADMIN));

        assertThat(bench.catalog.list(operator, PackageKind.VNF, Page.Request.first()).items())
                .hasSize(1);
        assertThat(bench.catalog.list(operator, PackageKind.NS, Page.Request.first()).items())
                .isEmpty();
    }

    @Test
    void pagesCoverEverythingOnce() {
        for (int i = 0; i < 5; i++) {
            bench.onboard("vnf web " + i);
        }

        List<PackageView> seen = new ArrayList<>();
        String marker = "";
        do {
            Page<PackageView> page =
                    bench.catalog.list(bench.ada, null, new Page.Request(marker, 2));
            seen.addAll(page.items());
            marker = page.next();
        } while (!marker.isEmpty());

        assertThat(seen).extracting(PackageView::id).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void refusesAPageWithoutItems() {
        refused(
                ErrorCode.INVALID_ARGUMENT,
                () -> bench.catalog.list(bench.ada, null, new Page.Request("", 0)));
    }

    @Test
    void aStaleVersionChangesNothing() {
        PackageView view = bench.onboard("vnf web 1.0").packages().get(0);
        PackageView off = bench.catalog.update(bench.ada, view.id(), view.version(), false, null);

        refused(
                ErrorCode.STALE,
                () -> bench.catalog.update(bench.ada, view.id(), view.version(), true, null));
        assertThat(off.enabled()).isFalse();
        assertThat(off.version()).isGreaterThan(view.version());
        assertThat(bench.catalog.get(bench.ada, view.id())).isEqualTo(off);
    }

    @Test
    void aDisabledFunctionIsNotOfferedToTheCore() {
        PackageId id = bench.onboarded("vnf web 1.0");
        bench.catalog.update(bench.ada, id, -1, false, Map.of("why", "old"));

        assertThat(bench.core.vnfPackage(bench.tenant, "web")).isEmpty();
        refused(ErrorCode.MISSING_DEPENDENCY, () -> bench.onboard("ns shop 1.0 web"));
        assertThat(bench.catalog.get(bench.ada, id).userData()).containsEntry("why", "old");
    }

    @Test
    void theNewestEnabledVersionIsOfferedToTheCore() {
        PackageId first = bench.onboarded("vnf web 1.0");
        PackageId second = bench.onboarded("vnf web 2.0");

        assertThat(bench.core.vnfPackage(bench.tenant, "web")).contains(second);
        bench.catalog.update(bench.ada, second, -1, false, null);
        assertThat(bench.core.vnfPackage(bench.tenant, "web")).contains(first);
    }

    @Test
    void deletingWhatInstancesUseNamesThem() {
        PackageId id = bench.onboarded("ns shop 1.0");
        NsInstance user = Samples.instance(bench.tenant, "my-shop");
        bench.store.write(
                work ->
                        work.instances()
                                .add(
                                        new NsInstance(
                                                user.id(),
                                                user.tenant(),
                                                user.name(),
                                                "",
                                                id,
                                                user.state(),
                                                user.topology(),
                                                user.stamps(),
                                                0)));

        assertThatThrownBy(() -> bench.catalog.delete(bench.ada, id))
                .hasMessageContaining("my-shop");
        refused(ErrorCode.IN_USE, () -> bench.catalog.delete(bench.ada, id));
        assertThat(bench.catalog.get(bench.ada, id).inUse()).isTrue();
        bench.restart();
        assertThat(bench.files()).containsExactly(id + "/original");
    }

    @Test
    void deletingWhatAServiceRefersToNamesIt() {
        PackageId vnf = bench.onboarded("vnf web 1.0");
        PackageId ns = bench.onboarded("ns shop 1.0 web");

        assertThatThrownBy(() -> bench.catalog.delete(bench.ada, vnf)).hasMessageContaining("shop");
        PackageId newer = bench.onboarded("vnf web 2.0");
        bench.catalog.delete(bench.ada, vnf);
        refused(ErrorCode.IN_USE, () -> bench.catalog.delete(bench.ada, newer));
        bench.catalog.delete(bench.ada, ns);
        bench.catalog.delete(bench.ada, newer);

        assertThat(bench.files()).isEmpty();
    }

    @Test
    void deletingIsToldOnceAndTheRestIsNotFound() {
        JournalProbe journal = new JournalProbe(bench.store);
        PackageId id = bench.onboarded("vnf web 1.0");

        bench.catalog.delete(bench.ada, id);

        assertThat(journal.types("package", id.value()))
                .containsExactly("PackageOnboarded", "PackageDeleted");
        refused(ErrorCode.NOT_FOUND, () -> bench.catalog.delete(bench.ada, id));
        refused(ErrorCode.NOT_FOUND, () -> bench.core.vnfd(id));
    }

    @Test
    void parsedDescriptorsAreReadAgainAfterARestart() {
        PackageId id = bench.onboarded("vnf web 1.0");
        bench.core.vnfd(id);
        assertThat(bench.reader.reads).hasValue(1);

        bench.restart();

        assertThat(bench.core.vnfd(id).id()).isEqualTo("web");
        assertThat(bench.core.vnfd(id).id()).isEqualTo("web");
        assertThat(bench.reader.reads).hasValue(2);
    }

    @Test
    void askingForTheWrongKindSaysWhatItIs() {
        PackageId id = bench.onboarded("vnf web 1.0");

        assertThatThrownBy(() -> bench.catalog.nsd(bench.ada, id)).hasMessageContaining("VNF");
        refused(ErrorCode.WRONG_STATE, () -> bench.core.nsd(id));
    }

    @Test
    void findsTheDescriptorAmongTheFiles() throws IOException {
        PackageId osm =
                bench.onboarded(
                        "vnf web 1.0",
                        "file icons/a.json icon",
                        "file checks.yaml x",
                        "file web_vnfd.yaml vnfd:here");
        PackageId csar =
                bench.onboarded(
                        "vnf db 1.0",
                        "file TOSCA-Metadata/TOSCA.meta Entry-Definitions:Definitions/db.yaml",
                        "file Definitions/db.yaml tosca:here",
                        "file a_vnfd.yaml other");

        assertThat(bench.catalog.descriptor(bench.ada, osm)).isEqualTo("vnfd:here");
        assertThat(bench.catalog.descriptor(bench.ada, csar)).isEqualTo("tosca:here");
        try (InputStream in = bench.catalog.artifact(bench.ada, osm, "icons/a.json")) {
            assertThat(in.readAllBytes()).isEqualTo("icon".getBytes(StandardCharsets.UTF_8));
        }
        refused(ErrorCode.NOT_FOUND, () -> bench.catalog.artifact(bench.ada, osm, "none"));
    }

    @Test
    void anAnnouncedPackageHasNoContentYet() {
        PackageId id = bench.catalog.create(bench.ada, PackageKind.NS, Map.of()).id();

        refused(ErrorCode.WRONG_STATE, () -> bench.catalog.content(bench.ada, id));
        bench.catalog.delete(bench.ada, id);
        refused(ErrorCode.NOT_FOUND, () -> bench.catalog.get(bench.ada, id));
    }

    @Test
    void withoutTheDescriptorBundleReadingIsUnavailable() {
        Shelf bare =
                new Shelf(
                        bench.store, new Readers(), new PackageFiles(folder, 100), bench.clock, 1);

        refused(
                ErrorCode.UNAVAILABLE,
                () -> new TenantCatalog(bare).onboard(bench.ada, Bench.upload("vnf web 1.0")));
        assertThat(bench.files()).isEmpty();
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TelamonException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}

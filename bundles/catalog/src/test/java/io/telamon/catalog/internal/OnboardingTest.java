/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.PackageId;
import io.telamon.model.TenantId;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.catalog.PackageState;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import io.telamon.northbound.api.OnboardResult;
import io.telamon.northbound.api.PackageView;
import io.telamon.northbound.api.Page;
import io.telamon.northbound.api.Upload;
import io.telamon.testkit.JournalProbe;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to an upload: kept byte for byte, or refused without a trace. */
class OnboardingTest {
    @TempDir Path folder;
    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @Test
    void keepsTheOriginalByteForByte() throws IOException {
        PackageView view = bench.onboard("vnf web 1.0 Acme", "warning odd").packages().get(0);

        assertThat(view.kind()).isEqualTo(PackageKind.VNF);
        assertThat(view.state()).isEqualTo(PackageState.ONBOARDED);
        assertThat(view.name().descriptorId()).isEqualTo("web");
        assertThat(view.name().provider()).isEqualTo("Acme");
        assertThat(view.content().fileName()).isEqualTo("a package.txt");
        try (InputStream in = bench.catalog.content(bench.ada, view.id())) {
            assertThat(in.readAllBytes())
                    .isEqualTo("vnf web 1.0 Acme\nwarning odd".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(bench.catalog.report(bench.ada, view.id()).findings())
                .singleElement()
                .satisfies(one -> assertThat(one.hint()).isEqualTo("write \"better\""));
        assertThat(bench.files()).containsExactly(view.id() + "/original");
    }

    @Test
    void leavesNothingOfRefusedContent() {
        OnboardResult result = bench.onboard("vnf web 1.0", "error broken");

        assertThat(result.packages()).isEmpty();
        assertThat(result.report().acceptable()).isFalse();
        assertThat(bench.files()).isEmpty();
        assertThat(bench.catalog.list(bench.ada, null, Page.Request.first()).items()).isEmpty();
    }

    @Test
    void stopsAtTheLimit() {
        refused(ErrorCode.TOO_LARGE, () -> bench.onboard("vnf web 1.0 " + "x".repeat(5000)));

        assertThat(bench.files()).isEmpty();
    }

    @Test
    void refusesAnotherChecksumAndAnEmptyUpload() {
        Upload wrong = new Upload("a", "abcd", new ByteArrayInputStream(new byte[] {1}));
        Upload empty = new Upload("a", "", InputStream.nullInputStream());

        refused(ErrorCode.INVALID_ARGUMENT, () -> bench.catalog.onboard(bench.ada, wrong));
        refused(ErrorCode.INVALID_ARGUMENT, () -> bench.catalog.onboard(bench.ada, empty));
        assertThat(bench.files()).isEmpty();
    }

    @Test
    void refusesAnUploadThatBreaksOff() {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset");
                    }
                };

        refused(
                ErrorCode.MALFORMED,
                () -> bench.catalog.onboard(bench.ada, new Upload("a", "", broken)));
        assertThat(bench.files()).isEmpty();
    }

    @Test
    void refusesADuplicateInOneTenantOnly() {
        PackageId first = bench.onboarded("vnf web 1.0");

        refused(ErrorCode.ALREADY_EXISTS, () -> bench.onboard("vnf web 1.0 Other"));
        Caller other = Bench.caller(TenantId.create());
        assertThat(bench.catalog.onboard(other, Bench.upload("vnf web 1.0")).packages()).hasSize(1);
        assertThat(bench.onboard("vnf web 2.0").packages()).hasSize(1);
        assertThat(bench.files()).hasSize(3).contains(first + "/original");
    }

    @Test
    void namesEveryMissingDependencyOfAService() {
        bench.onboard("vnf web 1.0");

        assertThatThrownBy(() -> bench.onboard("ns shop 1.0 web db cache"))
                .hasMessageContaining("VNF cache, VNF db")
                .isInstanceOfSatisfying(
                        TelamonException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.MISSING_DEPENDENCY));
        assertThat(bench.files()).hasSize(1);
    }

    @Test
    void refusesAServiceThatDoesNotFitItsFunctions() {
        bench.onboard("vnf mismatched 1.0");

        OnboardResult result = bench.onboard("ns shop 1.0 mismatched");

        assertThat(result.packages()).isEmpty();
        assertThat(result.report().findings()).extracting("code").contains("REFERENCE_DANGLING");
    }

    @Test
    void makesSeveralEntriesOfOneUpload() throws IOException {
        OnboardResult result = bench.onboard("ns shop 1.0 web db", "vnf web 1.0", "vnf db 1.0");

        assertThat(result.packages())
                .extracting(view -> view.kind() + " " + view.name().descriptorId())
                .containsExactly("NS shop", "VNF web", "VNF db");
        for (PackageView view : result.packages()) {
            try (InputStream in = bench.catalog.content(bench.ada, view.id())) {
                assertThat(in.readAllBytes())
                        .startsWith("ns shop".getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(bench.core.vnfd(result.packages().get(2).id()).id()).isEqualTo("db");
    }

    @Test
    void reusesAnEqualFunctionThatAServiceBringsAlong() {
        bench.onboard("vnf web 1.0");

        OnboardResult equal = bench.onboard("ns shop 1.0 web", "vnf web 1.0");

        assertThat(equal.packages()).hasSize(1);
        refused(
                ErrorCode.ALREADY_EXISTS,
                () -> bench.onboard("ns mall 1.0 web", "vnf web 1.0 Acme"));
    }

    @Test
    void refusedSecondStepLeavesTheEntryRejectedWithItsReport() {
        PackageId id = bench.catalog.create(bench.ada, PackageKind.VNF, Map.of("a", "b")).id();

        bench.catalog.upload(bench.ada, id, Bench.upload("error broken"));

        PackageView view = bench.catalog.get(bench.ada, id);
        assertThat(view.state()).isEqualTo(PackageState.REJECTED);
        assertThat(view.userData()).containsEntry("a", "b");
        assertThat(bench.catalog.report(bench.ada, id).acceptable()).isFalse();
        assertThat(bench.files()).isEmpty();
    }

    @Test
    void secondStepMayBeRepeatedUntilItSucceeds() {
        JournalProbe journal = new JournalProbe(bench.store);
        PackageId id = bench.catalog.create(bench.ada, PackageKind.NS, Map.of()).id();

        refused(
                ErrorCode.MISSING_DEPENDENCY,
                () -> bench.catalog.upload(bench.ada, id, Bench.upload("ns shop 1.0 web")));
        assertThat(bench.catalog.get(bench.ada, id).state()).isEqualTo(PackageState.CREATED);
        bench.catalog.upload(bench.ada, id, Bench.upload("vnf web 1.0"));
        assertThat(bench.catalog.get(bench.ada, id).state()).isEqualTo(PackageState.REJECTED);
        bench.onboard("vnf web 1.0");
        bench.catalog.upload(bench.ada, id, Bench.upload("ns shop 1.0 web"));

        assertThat(bench.catalog.get(bench.ada, id).state()).isEqualTo(PackageState.ONBOARDED);
        refused(
                ErrorCode.WRONG_STATE,
                () -> bench.catalog.upload(bench.ada, id, Bench.upload("ns shop 1.0 web")));
        assertThat(journal.types("package", id.value()))
                .containsExactly("PackageCreated", "PackageRejected", "PackageOnboarded");
        assertThat(journal.versions("package", id.value())).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aViewerCannotBringAnything() {
        Caller viewer = new Caller("vic", bench.tenant, Set.of(Role.VIEWER));

        refused(
                ErrorCode.FORBIDDEN,
                () -> bench.catalog.onboard(viewer, Bench.upload("vnf web 1.0")));
    }

    @Test
    void aCrashBetweenFileAndRowLeavesNothingAfterTheNextStart() throws IOException {
        PackageId kept = bench.onboarded("vnf web 1.0");
        Path half = Files.createDirectories(folder.resolve(PackageId.create().value()));
        Files.writeString(half.resolve("pending"), "");
        Files.writeString(half.resolve("original"), "vnf db 1.0");
        Files.writeString(folder.resolve(kept.value()).resolve("pending"), "");
        Files.writeString(folder.resolve(".incoming").resolve("upload123"), "vn");

        bench.restart();

        assertThat(bench.files()).containsExactly(kept + "/original");
    }

    @Test
    void anUploadCutByACrashCanBeStartedAgain() {
        PackageId id = bench.catalog.create(bench.ada, PackageKind.VNF, Map.of()).id();
        bench.store.write(
                work ->
                        work.catalog()
                                .save(
                                        work.catalog()
                                                .find(id)
                                                .orElseThrow()
                                                .with(PackageState.UPLOADING)));

        bench.restart();

        bench.catalog.upload(bench.ada, id, Bench.upload("vnf web 1.0"));
        assertThat(bench.catalog.get(bench.ada, id).state()).isEqualTo(PackageState.ONBOARDED);
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TelamonException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}

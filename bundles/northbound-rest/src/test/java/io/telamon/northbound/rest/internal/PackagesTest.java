/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.catalog.PackageKind;
import io.telamon.model.catalog.PackageState;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.PackageView;
import java.io.IOException;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** NSDs, VNF packages, PNFDs as SOL005 has them, and packages in one step. */
class PackagesTest {
    private static final String NSD = "NSDManagement-API/schemas/NsdInfo.schema.json";
    private static final String VNF = "VNFPackageManagement-API/schemas/vnfPkgInfo.schema.json";
    private Server server;
    private Caller ada;

    @BeforeEach
    void start() {
        server = new Server();
        ada = server.authenticator.checkToken("ada-token");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anNsdComesInTwoSteps() throws IOException {
        Server.Answer made =
                server.send("POST", "/nsd/v1/ns_descriptors", "{\"userDefinedData\":{\"a\":1}}");
        String path = "/nsd/v1/ns_descriptors/" + made.at("/id");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo(server.uri(path).toString());
        assertThat(made.at("/nsdOnboardingState")).isEqualTo("CREATED");
        assertThat(made.at("/nsdOperationalState")).isEqualTo("DISABLED");
        Conformance.check(NSD, made.json());

        Server.Answer put = put(path + "/nsd_content", "application/zip", "nsd");
        Server.Answer now = server.get(path);

        assertThat(put.status()).as(put.text()).isEqualTo(204);
        assertThat(server.catalog.lastFileName).isEqualTo("package.zip");
        assertThat(now.at("/nsdOnboardingState")).isEqualTo("ONBOARDED");
        assertThat(now.header("ETag")).isEqualTo("\"2\"");
        Conformance.check(NSD, now.json());
        assertThat(server.get(path + "/nsd_content").text()).isEqualTo("file");
    }

    @Test
    void refusedContentAnswersTheFindings() {
        String id = server.send("POST", "/vnfpkgm/v1/vnf_packages", "{}").at("/id");
        String path = "/vnfpkgm/v1/vnf_packages/" + id;

        Server.Answer refused = put(path + "/package_content", "application/zip", "bad");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/code")).isEqualTo("INVALID_PACKAGE");
        assertThat(refused.at("/findings/0/place/file")).isEqualTo("vnfd.yaml");
        assertThat(refused.at("/findings/0/place/line")).isEqualTo("7");
        assertThat(refused.at("/findings/0/hint")).isEqualTo("add one");
        assertThat(server.get(path).at("/onboardingState")).isEqualTo("CREATED");
        assertThat(server.get(path + "/package_content").status()).isEqualTo(409);
    }

    @Test
    void anNsdNamesItsPackagesAndItsFailure() throws IOException {
        PackageView vnf = server.catalog.put(ada, PackageKind.VNF, "web", PackageState.ONBOARDED);
        PackageView nsd = server.catalog.put(ada, PackageKind.NS, "shop", PackageState.ONBOARDED);
        PackageView bad = server.catalog.put(ada, PackageKind.NS, "", PackageState.REJECTED);

        Server.Answer good = server.get("/nsd/v1/ns_descriptors/" + nsd.id());
        Server.Answer failed = server.get("/nsd/v1/ns_descriptors/" + bad.id());

        assertThat(good.at("/vnfPkgIds/0")).isEqualTo(vnf.id().value());
        assertThat(failed.at("/onboardingFailureDetails/status")).isEqualTo("422");
        Conformance.check(NSD, good.json());
        Conformance.check(NSD, failed.json());
    }

    @Test
    void aVnfPackageShowsItsDescriptorAndFiles() throws IOException {
        PackageView vnf = server.catalog.put(ada, PackageKind.VNF, "web", PackageState.ONBOARDED);
        String path = "/vnfpkgm/v1/vnf_packages/" + vnf.id();

        Conformance.check(VNF, server.get(path).json());
        assertThat(server.get(path).at("/checksum/hash")).isEqualTo("00ff");
        assertThat(server.get(path + "/vnfd").text()).isEqualTo("vnfd: here");
        assertThat(server.get(path + "/artifacts/cloud_init/a.cfg").text())
                .isEqualTo("cloud_init/a.cfg");
        assertThat(server.get("/nsd/v1/ns_descriptors/" + vnf.id()).status()).isEqualTo(404);
    }

    @Test
    void aPnfDescriptorIsRead() {
        PackageView pnf = server.catalog.put(ada, PackageKind.PNF, "gate", PackageState.ONBOARDED);

        Server.Answer answer = server.get("/nsd/v1/pnf_descriptors/" + pnf.id());

        assertThat(answer.at("/pnfdId")).isEqualTo("gate");
        assertThat(answer.at("/_links/pnfd_content/href")).endsWith("/pnfd_content");
    }

    @Test
    void aChangeNeedsTheVersionThatWasRead() {
        PackageView nsd = server.catalog.put(ada, PackageKind.NS, "shop", PackageState.ONBOARDED);
        String path = "/nsd/v1/ns_descriptors/" + nsd.id();
        String off = "{\"nsdOperationalState\":\"DISABLED\",\"userDefinedData\":{\"a\":\"b\"}}";

        Server.Answer stale = patch(path, "\"7\"", off);
        Server.Answer changed = patch(path, "\"1\"", off);

        assertThat(stale.status()).isEqualTo(412);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.at("/nsdOperationalState")).isEqualTo("DISABLED");
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(server.get(path).at("/userDefinedData/a")).isEqualTo("b");
        assertThat(patch(path, "*", "{\"nsdOperationalState\":\"AWAY\"}").status()).isEqualTo(400);
        assertThat(patch(path, "nonsense", off).status()).isEqualTo(412);
    }

    @Test
    void userDataIsMergedAsRfc7396HasIt() {
        String made =
                server.send(
                                "POST",
                                "/vnfpkgm/v1/vnf_packages",
                                "{\"userDefinedData\":{\"a\":\"1\",\"b\":\"2\"}}")
                        .at("/id");
        String path = "/vnfpkgm/v1/vnf_packages/" + made;
        server.catalog.update(
                ada,
                new io.telamon.model.PackageId(made),
                -1,
                null,
                java.util.Map.of("a", "1", "b", "2"));

        server.send("PATCH", path, "{\"userDefinedData\":{\"a\":null,\"c\":\"3\"}}");

        assertThat(server.get(path).json().at("/userDefinedData").toString())
                .isEqualTo("{\"b\":\"2\",\"c\":\"3\"}");
    }

    @Test
    void deletingAnswersNothing() {
        PackageView nsd = server.catalog.put(ada, PackageKind.NS, "shop", PackageState.ONBOARDED);
        String path = "/nsd/v1/ns_descriptors/" + nsd.id();

        assertThat(server.send(path, HttpRequest.Builder::DELETE).status()).isEqualTo(204);
        assertThat(server.send(path, HttpRequest.Builder::DELETE).status()).isEqualTo(404);
    }

    @Test
    void oneStepTakesAFileOrAForm() {
        Server.Answer raw =
                server.send(
                        "/api/v1/packages?filename=web.tar.gz",
                        r ->
                                r.header("Content-Type", "application/gzip")
                                        .POST(HttpRequest.BodyPublishers.ofString("web")));
        String form =
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"form.zip\"\r\n"
                        + "Content-Type: application/zip\r\n\r\nweb\r\n--x--\r\n";
        Server.Answer multipart =
                server.send(
                        "/api/v1/packages",
                        r ->
                                r.header("Content-Type", "multipart/form-data; boundary=x")
                                        .POST(HttpRequest.BodyPublishers.ofString(form)));

        assertThat(raw.status()).as(raw.text()).isEqualTo(201);
        assertThat(raw.at("/packages/0/name/descriptorId")).isEqualTo("web");
        assertThat(raw.header("Location")).endsWith(raw.at("/packages/0/id"));
        assertThat(multipart.status()).as(multipart.text()).isEqualTo(201);
        assertThat(server.catalog.lastFileName).isEqualTo("form.zip");
        assertThat(server.catalog.contents.values()).containsOnly("web");
    }

    @Test
    void oneStepMayBeLongerThanTheLimitOfBodies() {
        Server.Answer answer =
                server.send(
                        "/api/v1/packages",
                        r -> r.POST(HttpRequest.BodyPublishers.ofString("w".repeat(50_000))));

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    @Test
    void oneStepRefusesWithFindingsOrWhatIsMissing() {
        Server.Answer bad =
                server.send(
                        "/api/v1/packages",
                        r -> r.POST(HttpRequest.BodyPublishers.ofString("bad")));
        Server.Answer lonely =
                server.send(
                        "/api/v1/packages",
                        r -> r.POST(HttpRequest.BodyPublishers.ofString("lonely")));

        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.at("/detail")).contains("No id").contains("vnfd.yaml line 7");
        assertThat(lonely.status()).isEqualTo(409);
        assertThat(lonely.at("/code")).isEqualTo("MISSING_DEPENDENCY");
    }

    @Test
    void anotherTenantsPackageIsNotThere() {
        Caller elsewhere = server.authenticator.switchTenant(ada, "field");
        PackageView foreign =
                server.catalog.put(elsewhere, PackageKind.NS, "shop", PackageState.ONBOARDED);
        String path = "/nsd/v1/ns_descriptors/" + foreign.id();

        assertThat(server.get(path).status()).isEqualTo(404);
        assertThat(server.send(path, r -> r.header("Tenant", "field").GET()).status())
                .isEqualTo(200);
    }

    private Server.Answer put(String path, String type, String body) {
        return server.send(
                path,
                r -> r.header("Content-Type", type).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private Server.Answer patch(String path, String ifMatch, String body) {
        return server.send(
                path,
                r ->
                        r.header("Content-Type", "application/merge-patch+json")
                                .header("If-Match", ifMatch)
                                .method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
    }
}

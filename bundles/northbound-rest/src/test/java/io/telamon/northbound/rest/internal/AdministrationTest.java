/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts, lanes, tenants, users, tokens on Telamon's own paths. */
class AdministrationTest {
    private Server server;

    @BeforeEach
    void start() {
        server = new Server();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anAccountNeverShowsItsSecret() {
        Server.Answer made =
                server.send(
                        "POST",
                        "/api/v1/vim-accounts",
                        "{\"name\":\"cloud\",\"type\":\"simulator\",\"endpoint\":\"sim://a\","
                                + "\"settings\":{\"a\":\"1\",\"b\":2},\"secret\":\"hush\"}");

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(server.accounts.last.secret()).isEqualTo("hush");
        assertThat(server.accounts.last.settings()).containsEntry("b", "2");
        Server.Answer all = server.get("/api/v1/vim-accounts?all_fields");
        assertThat(all.at("/0/lane/state")).isEqualTo("OPEN");
        assertThat(all.text() + made.text()).doesNotContain("hush", "sealed");
    }

    @Test
    void aChangedAccountKeepsWhatIsNotNamed() {
        String path = "/api/v1/vim-accounts/" + account("vim-accounts");

        Server.Answer without = server.send("PATCH", path, "{\"endpoint\":\"sim://b\"}");
        Server.Answer with =
                server.send(
                        path,
                        r ->
                                r.header("If-Match", server.get(path).header("ETag"))
                                        .header("Content-Type", "application/merge-patch+json")
                                        .method(
                                                "PATCH",
                                                HttpRequest.BodyPublishers.ofString(
                                                        "{\"endpoint\":\"sim://b\",\"settings\":{\"a\":null,\"c\":\"3\"}}")));

        assertThat(without.status()).isEqualTo(428);
        assertThat(without.at("/code")).isEqualTo("PRECONDITION_REQUIRED");
        assertThat(with.status()).as(with.text()).isEqualTo(200);
        assertThat(with.at("/endpoint")).isEqualTo("sim://b");
        assertThat(with.at("/name")).isEqualTo("cloud");
        assertThat(with.json().at("/settings").toString()).isEqualTo("{\"c\":\"3\"}");
        assertThat(server.accounts.last.secret()).isNull();
    }

    @Test
    void anAccountIsFoundByNameCheckedAndDeleted() {
        account("sdn-accounts");

        Server.Answer check = server.send("POST", "/api/v1/sdn-accounts/cloud/check", "");
        Server.Answer gone = server.send("/api/v1/sdn-accounts/cloud", HttpRequest.Builder::DELETE);

        assertThat(check.at("/0/detail")).isEqualTo("401 from the cloud");
        assertThat(check.at("/0/outcome")).isEqualTo("FAILED");
        assertThat(check.at("/0/took")).isEqualTo("PT0.012S");
        assertThat(gone.status()).isEqualTo(204);
        assertThat(server.get("/api/v1/sdn-accounts/cloud").status()).isEqualTo(404);
        assertThat(server.get("/api/v1/vim-accounts").text()).isEqualTo("[]");
    }

    @Test
    void anInterconnectIsRegisteredReadAndForgotten() {
        Server.Answer bare = server.send("POST", "/api/v1/interconnects", "{\"name\":\"wan\"}");
        Server.Answer made =
                server.send(
                        "POST",
                        "/api/v1/interconnects",
                        "{\"name\":\"wan\",\"firstVlan\":1203,\"sides\":["
                                + "{\"account\":\"one\",\"physicalNetwork\":\"wire\"},"
                                + "{\"account\":\"two\",\"physicalNetwork\":\"wire\"}]}");
        Server.Answer read = server.get("/api/v1/interconnects/wan");

        assertThat(bare.status()).isEqualTo(400);
        assertThat(bare.at("/detail")).contains("firstVlan is missing");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(read.at("/kind")).isEqualTo("provider-network");
        assertThat(read.at("/lastVlan")).isEqualTo("1203");
        assertThat(read.at("/sides/1/account")).isEqualTo("two");
        assertThat(read.at("/uses/0/service")).isEqualTo("shop");
        assertThat(server.get("/api/v1/interconnects?filter=(eq,name,wan)").at("/0/name"))
                .isEqualTo("wan");
        assertThat(server.send("/api/v1/interconnects/wan", HttpRequest.Builder::DELETE).status())
                .isEqualTo(204);
        assertThat(server.get("/api/v1/interconnects").text()).isEqualTo("[]");
    }

    @Test
    void theEdgeIsListedAndAFunctionCalled() {
        Server.Answer bare = server.send("POST", "/api/v1/edge/calls", "{\"input\":\"x\"}");
        Server.Answer answer =
                server.send(
                        "POST",
                        "/api/v1/edge/calls",
                        "{\"function\":\"echo\",\"input\":\"hello\"}");

        assertThat(bare.status()).isEqualTo(400);
        assertThat(bare.at("/detail")).contains("function is missing");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("/output")).isEqualTo("hello");
        assertThat(answer.at("/took")).isEqualTo("PT0.01S");
        assertThat(server.get("/api/v1/edge/brokers").at("/0/table")).isEqualTo("SYNCED");
        assertThat(server.get("/api/v1/edge/computers").at("/0/functions/0")).isEqualTo("echo");
        assertThat(server.get("/api/v1/edge/functions").at("/0/p99")).isEqualTo("3.5");
        assertThat(server.get("/api/v1/edge/routes?filter=(eq,function,echo)").at("/0/share"))
                .isEqualTo("1.0");
    }

    @Test
    void settingsAreCheckedBeforeTheyAreStored() {
        String body =
                "{\"type\":\"simulator\",\"endpoint\":\"sim://b\",\"settings\":{\"a\":\"1\"},"
                        + "\"secret\":\"open-sesame\"}";

        Server.Answer check = server.send("POST", "/api/v1/vim-accounts/check", body);

        assertThat(check.status()).as(check.text()).isEqualTo(200);
        assertThat(check.at("/0/detail")).isEqualTo("401 from sim://b");
        assertThat(check.text()).doesNotContain("open-sesame");
        assertThat(server.accounts.last.secret()).isEqualTo("open-sesame");
        assertThat(server.get("/api/v1/vim-accounts").text()).isEqualTo("[]");
    }

    @Test
    void aCheckWithoutTypeIsRefused() {
        Server.Answer check = server.send("POST", "/api/v1/vim-accounts/check", "{}");

        assertThat(check.status()).isEqualTo(400);
        assertThat(check.at("/detail")).contains("type is missing");
    }

    @Test
    void aCloudOfAFileIsRegisteredByItsName() {
        Server.Answer dry = imported("?cloud=oslo&dryRun=true");
        Server.Answer made = imported("?cloud=oslo");
        Server.Answer which = imported("");

        assertThat(dry.status()).as(dry.text()).isEqualTo(200);
        assertThat(dry.at("/account/endpoint")).isEqualTo("https://oslo");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.header("Location")).contains("/api/v1/vim-accounts/");
        assertThat(made.at("/notes/0")).isEqualTo("Not taken over: profile");
        assertThat(made.text() + dry.text()).doesNotContain("open-sesame");
        assertThat(which.status()).isEqualTo(400);
        assertThat(which.at("/detail")).contains("lisbon, oslo");
        assertThat(server.get("/api/v1/vim-accounts").json()).hasSize(1);
    }

    private Server.Answer imported(String query) {
        return server.send(
                "/api/v1/vim-accounts/import" + query,
                request ->
                        request.POST(HttpRequest.BodyPublishers.ofString("lisbon\noslo"))
                                .header("Content-Type", "application/yaml"));
    }

    @Test
    void anAccountNamedCheckIsStillFound() {
        server.send(
                "POST",
                "/api/v1/vim-accounts",
                "{\"name\":\"check\",\"type\":\"simulator\",\"endpoint\":\"x\"}");

        assertThat(server.get("/api/v1/vim-accounts/check").at("/name")).isEqualTo("check");
    }

    @Test
    void anAccountNeedsNameAndType() {
        assertThat(server.send("POST", "/api/v1/vim-accounts", "{\"name\":\"a\"}").at("/detail"))
                .contains("type is missing");
    }

    @Test
    void pluginTypesSayWhichSettingsTheyHave() {
        assertThat(server.get("/api/v1/plugin-types").at("/0/fields/0/name")).isEqualTo("world");
    }

    @Test
    void lanesArePausedAndResumed() {
        assertThat(server.get("/api/v1/lanes").at("/0/oldest")).isEqualTo("PT1M30S");
        assertThat(server.get("/api/v1/lanes").at("/0/lane")).isEqualTo("vim:one");
        assertThat(server.get("/api/v1/lanes/vim:one/queue").text()).isEqualTo("[]");
        assertThat(server.send("POST", "/api/v1/lanes/vim:one/pause", "").at("/state"))
                .isEqualTo("PAUSED");
        assertThat(server.send("POST", "/api/v1/lanes/vim:one/resume", "").at("/state"))
                .isEqualTo("OPEN");
        assertThat(server.send("POST", "/api/v1/lanes/vim:one/audit", "").at("/0"))
                .contains("missing");
        assertThat(server.get("/api/v1/lanes/nonsense/queue").status()).isEqualTo(400);
    }

    @Test
    void tenantsAreManagedByOperators() {
        String body =
                "{\"name\":\"field\",\"quota\":{\"servers\":3,\"vcpus\":-1,\"memoryMb\":-1,\"networks\":2}}";

        assertThat(server.send("POST", "/api/v1/tenants", body).status()).isEqualTo(403);
        Server.Answer made = root("POST", "/api/v1/tenants", body, "*");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        Server.Answer changed =
                root("PATCH", "/api/v1/tenants/field", "{\"description\":\"far away\"}", "*");
        assertThat(changed.at("/description")).isEqualTo("far away");
        assertThat(changed.at("/quota/servers")).isEqualTo("3");
        assertThat(root("PATCH", "/api/v1/tenants/field", "{}", "\"9\"").status()).isEqualTo(412);
        assertThat(server.send("/api/v1/tenants/field", HttpRequest.Builder::DELETE).status())
                .isEqualTo(204);
    }

    @Test
    void usersGetRolesByName() {
        Server.Answer made =
                server.send(
                        "POST",
                        "/api/v1/users",
                        "{\"name\":\"bob\",\"password\":\"long enough\",\"roles\":[\"viewer\"]}");
        Server.Answer assigned =
                server.send(
                        "PUT",
                        "/api/v1/users/bob/roles",
                        "{\"tenant\":\"field\",\"roles\":[\"project_user\",\"viewer\"]}");

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.at("/roles/lab/0")).isEqualTo("viewer");
        assertThat(made.text()).doesNotContain("long enough");
        assertThat(assigned.json().at("/roles/field").toString())
                .isEqualTo("[\"project_user\",\"viewer\"]");
        assertThat(
                        server.send("PUT", "/api/v1/users/bob/roles", "{\"roles\":[\"king\"]}")
                                .at("/detail"))
                .contains("king");
        assertThat(server.send("/api/v1/users/bob", HttpRequest.Builder::DELETE).status())
                .isEqualTo(204);
    }

    @Test
    void signingInGivesAToken() {
        String body = "{\"user\":\"ada\",\"password\":\"se:cret\",\"validity\":\"PT1H\"}";

        Server.Answer made =
                server.raw(
                        "/api/v1/tokens",
                        r ->
                                r.header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString(body)));
        Server.Answer nobody =
                server.raw("/api/v1/tokens", r -> r.POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.at("/token")).isEqualTo("t1.secret");
        assertThat(server.administration.lastValidity).isEqualTo(Duration.ofHours(1));
        assertThat(nobody.status()).as(nobody.text()).isEqualTo(401);
        assertThat(server.send("POST", "/api/v1/tokens", "{\"validity\":\"soon\"}").status())
                .isEqualTo(400);
        assertThat(server.send("POST", "/api/v1/tokens", "").status()).isEqualTo(201);
        assertThat(server.get("/api/v1/tokens").at("/0/label")).isEqualTo("laptop");
        assertThat(server.send("/api/v1/tokens/t1", HttpRequest.Builder::DELETE).status())
                .isEqualTo(204);
    }

    @Test
    void iSeeMyself() {
        assertThat(server.get("/api/v1/me").at("/user")).isEqualTo("ada");
        assertThat(
                        server.send("PUT", "/api/v1/me/password", "{\"old\":\"a\",\"next\":\"b\"}")
                                .status())
                .isEqualTo(204);
        assertThat(server.administration.lastPassword).isEqualTo("b");
    }

    private String account(String collection) {
        return server.send(
                        "POST",
                        "/api/v1/" + collection,
                        "{\"name\":\"cloud\",\"type\":\"simulator\",\"settings\":{\"a\":\"1\"}}")
                .at("/id");
    }

    private Server.Answer root(String method, String path, String body, String ifMatch) {
        return server.raw(
                path,
                r ->
                        r.header("Authorization", "Bearer root-token")
                                .header("If-Match", ifMatch)
                                .header("Content-Type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }
}

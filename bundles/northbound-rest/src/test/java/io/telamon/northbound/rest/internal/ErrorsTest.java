/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.northbound.api.CatalogFacade;
import io.telamon.security.api.Authenticator;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every way a request can go wrong ends in ProblemDetails with the right status. */
class ErrorsTest {
    private static Server server;

    @BeforeAll
    static void start() {
        server = new Server();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void anUnknownPathIsAProblem() {
        problem(server.get("/nothing/here"), 404, "NOT_FOUND");
        problem(server.get("/api/v1/nothing"), 404, "NOT_FOUND");
        problem(server.get("/nslcm/v1/ns_instances/x/dance"), 404, "NOT_FOUND");
    }

    @Test
    void anUnknownObjectIsAProblemThatNamesIt() {
        Server.Answer answer = server.get("/nsd/v1/ns_descriptors/0815");

        problem(answer, 404, "NOT_FOUND");
        assertThat(answer.at("/detail")).contains("0815");
        assertThat(answer.at("/instance")).isEqualTo("/nsd/v1/ns_descriptors/0815");
        assertThat(answer.at("/type")).isEqualTo("urn:telamon:error:not-found");
        assertThat(answer.at("/title")).isEqualTo("Not found");
    }

    @Test
    void aWrongMethodSaysWhatIsAllowed() {
        Server.Answer answer = server.send("PUT", "/nslcm/v1/ns_instances", "{}");

        problem(answer, 405, "INVALID_ARGUMENT");
        assertThat(answer.header("Allow")).contains("GET").contains("POST");
    }

    @Test
    void aWrongMediaTypeIsRefused() {
        Server.Answer answer =
                server.send(
                        "/nslcm/v1/ns_instances",
                        request ->
                                request.header("Content-Type", "text/plain")
                                        .POST(HttpRequest.BodyPublishers.ofString("x")));

        problem(answer, 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void anAnswerThatTheClientDoesNotTakeIsRefused() {
        Server.Answer answer =
                server.send("/nslcm/v1/ns_instances", r -> r.header("Accept", "image/png").GET());

        problem(answer, 406, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void malformedJsonSaysWhere() {
        Server.Answer answer =
                server.send("POST", "/nslcm/v1/ns_instances", "{\n  \"nsName\": \"a\",\n  oops }");

        problem(answer, 400, "MALFORMED");
        assertThat(answer.at("/detail")).contains("line 3, column 3");
    }

    @Test
    void jsonThatDoesNotFitNamesTheField() {
        Server.Answer unknown =
                server.send("POST", "/api/v1/tenants", "{\"name\":\"a\",\"nmae\":\"b\"}");
        Server.Answer wrong =
                server.send(
                        "POST", "/api/v1/tenants", "{\"name\":\"a\",\"quota\":{\"vcpus\":\"x\"}}");
        Server.Answer twice =
                server.send("POST", "/api/v1/tenants", "{\"name\":\"a\",\"name\":\"b\"}");

        problem(unknown, 400, "MALFORMED");
        assertThat(unknown.at("/detail"))
                .contains("line 1")
                .contains("nmae: this field is not known; known are ");
        problem(wrong, 400, "MALFORMED");
        assertThat(wrong.at("/detail"))
                .contains("vcpus: the value does not fit, expected is a number");
        assertThat(wrong.at("/detail") + unknown.at("/detail")).doesNotContain("io.telamon");
        problem(twice, 400, "MALFORMED");
        assertThat(twice.at("/detail")).contains("Duplicate");
    }

    @Test
    void aMissingBodyIsAProblem() {
        problem(server.send("POST", "/api/v1/tenants", ""), 400, "INVALID_ARGUMENT");
    }

    @Test
    void anOversizedBodyIsRefusedWithAndWithoutItsLengthAhead() {
        String body = "{\"name\":\"" + "x".repeat(Server.LIMIT) + "\"}";
        Server.Answer chunked =
                server.send(
                        "/api/v1/tenants",
                        request ->
                                request.header("Content-Type", "application/json")
                                        .POST(
                                                HttpRequest.BodyPublishers.fromPublisher(
                                                        HttpRequest.BodyPublishers.ofString(
                                                                body))));

        problem(server.send("POST", "/api/v1/tenants", body), 413, "TOO_LARGE");
        problem(chunked, 413, "TOO_LARGE");
    }

    @Test
    void withoutCredentialsEverythingAsksForThem() {
        for (String path :
                new String[] {"/nsd/v1/ns_descriptors", "/api/v1/me", "/api/v1/events"}) {
            Server.Answer answer = server.raw(path, HttpRequest.Builder::GET);

            problem(answer, 401, "UNAUTHENTICATED");
            assertThat(answer.header("WWW-Authenticate")).contains("Bearer").contains("Basic");
        }
    }

    @Test
    void wrongCredentialsAreRefused() {
        for (String header :
                new String[] {"Bearer nonsense", "Basic !!", basic("ada:wrong"), "Digest x"}) {
            Server.Answer answer =
                    server.raw("/api/v1/me", r -> r.header("Authorization", header).GET());

            problem(answer, 401, "UNAUTHENTICATED");
        }
    }

    @Test
    void basicCredentialsMayHoldColonsAndChooseATenant() {
        Server.Answer first =
                server.raw(
                        "/api/v1/me", r -> r.header("Authorization", basic("ada:se:cret")).GET());
        Server.Answer second =
                server.raw(
                        "/api/v1/me",
                        r ->
                                r.header("Authorization", basic("ada:se:cret"))
                                        .header("Tenant", "field")
                                        .GET());

        assertThat(first.at("/tenant")).isEqualTo("lab");
        assertThat(second.at("/tenant")).isEqualTo("field");
    }

    @Test
    void aTenantWithoutARoleIsForbidden() {
        problem(
                server.send("/api/v1/me", r -> r.header("Tenant", "elsewhere").GET()),
                403,
                "FORBIDDEN");
    }

    @Test
    void aViewerMayNotChange() {
        Server.Answer answer =
                server.raw(
                        "/nsd/v1/ns_descriptors",
                        r ->
                                r.header("Authorization", "Bearer vic-token")
                                        .header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString("{}")));

        problem(answer, 403, "FORBIDDEN");
    }

    @Test
    void anAbsentFacadeAsksToComeBack() {
        try (Server other = new Server()) {
            other.facades.drop(CatalogFacade.class, other.catalog);
            Server.Answer catalog = other.get("/nsd/v1/ns_descriptors");
            other.facades.drop(Authenticator.class, other.authenticator);
            Server.Answer everything = other.get("/api/v1/me");

            problem(catalog, 503, "UNAVAILABLE");
            assertThat(catalog.header("Retry-After")).isEqualTo("2");
            problem(everything, 503, "UNAVAILABLE");
        }
    }

    @Test
    void anotherVersionOfTheInterfaceIsNotOffered() {
        Server.Answer answer =
                server.send("/nsd/v1/ns_descriptors", r -> r.header("Version", "7.1.0").GET());
        Server.Answer fine =
                server.send("/nsd/v1/ns_descriptors", r -> r.header("Version", "1.2.0").GET());

        problem(answer, 406, "UNSUPPORTED");
        assertThat(fine.status()).isEqualTo(200);
        assertThat(fine.header("Version")).isEqualTo("1.2.0");
    }

    @Test
    void theRootLeadsToThePortal() {
        Server.Answer answer = server.raw("/", HttpRequest.Builder::GET);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/portal/");
    }

    private static String basic(String plain) {
        byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(bytes);
    }

    private static void problem(Server.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().at("/status").asInt()).isEqualTo(status);
        assertThat(answer.at("/code")).isEqualTo(code);
        assertThat(answer.at("/detail")).isNotBlank();
    }
}

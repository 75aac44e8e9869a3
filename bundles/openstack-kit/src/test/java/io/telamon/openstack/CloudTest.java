/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.http.ScriptedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Token and catalogue are used as they should be, against a server that says what we want. */
class CloudTest {
    private static final String SECRET = "open-sesame-4711";

    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final AtomicInteger logins = new AtomicInteger();
    private ScriptedServer server;

    /** What the services say, by the number of the login whose token is shown; null is a 401. */
    private volatile Says says = login -> "{\"networks\":[]}";

    /** What a service says. */
    private interface Says {
        String to(int login);
    }

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.start((number, talk) -> serve(talk));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private void serve(ScriptedServer.Talk talk) throws IOException {
        for (String head = talk.request(); head != null; head = talk.request()) {
            heads.add(head);
            if (head.startsWith("POST /v3/auth/tokens")) {
                talk.body(
                        Integer.parseInt(head.replaceAll("(?s).*Content-Length: (\\d+).*", "$1")));
                String token = "token-" + logins.incrementAndGet();
                talk.answer(201, "X-Subject-Token: " + token + "\r\n", catalogue());
                continue;
            }
            int login = Integer.parseInt(head.replaceAll("(?s).*token-(\\d+).*", "$1"));
            String said = says.to(login);
            String request = "x-openstack-request-id: req-7\r\n";
            if (said == null) {
                talk.answer(
                        401, request, "{\"error\":{\"message\":\"expired token-" + login + "\"}}");
            } else {
                talk.answer(said.startsWith("{") ? 200 : 400, request, said);
            }
        }
    }

    private String catalogue() {
        String endpoint =
                "{\"interface\":\"%s\",\"region\":\"%s\",\"region_id\":\"%s\",\"url\":\"%s/%s\"}";
        List<String> endpoints =
                List.of(
                        endpoint.formatted(
                                "public", "east", "east", server.address(), "east-public"),
                        endpoint.formatted(
                                "internal", "west", "west", server.address(), "west-internal"));
        return "{\"token\":{\"expires_at\":\"2126-01-01T00:00:00.000000Z\",\"project\":{\"id\":\"p1\","
                + "\"name\":\"lab\"},\"catalog\":[{\"type\":\"network\",\"name\":\"neutron\",\"endpoints\":"
                + endpoints
                + "}]}}";
    }

    private Cloud cloud(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of("user", "ann", "project", "lab"));
        settings.putAll(more);
        return new Cloud(
                server.address().toString(),
                SECRET,
                Duration.ofSeconds(5),
                AccountSettings.of(settings));
    }

    private static Ask networks() {
        return Ask.get("List networks", Service.NETWORK, "/networks");
    }

    @Test
    void anExpiredTokenIsReplacedOnce() {
        says = login -> login < 2 ? null : "{\"networks\":[]}";
        try (Cloud cloud = cloud(Map.of())) {
            assertThat(cloud.list(networks(), "networks")).isEmpty();
            cloud.list(networks(), "networks");
        }

        assertThat(logins).hasValue(2);
    }

    @Test
    void aTokenThatIsRefusedAgainIsAuth() {
        says = login -> null;
        try (Cloud cloud = cloud(Map.of())) {
            Throwable error = catchThrowable(() -> cloud.call(networks()));

            assertThat(((TelamonException) error).code()).isEqualTo(ErrorCode.VIM_AUTH);
            assertThat(error)
                    .hasMessage("List networks: the cloud answered 401: expired *** [req-7]");
        }
        assertThat(logins).hasValue(2);
    }

    @Test
    void aChangeIsRepeatedAfterANewLoginToo() {
        says = login -> login < 2 ? null : "{\"network\":{}}";
        try (Cloud cloud = cloud(Map.of())) {
            Ask ask =
                    Ask.post(
                            "Create",
                            Service.NETWORK,
                            "/networks",
                            JsonNodeFactory.instance.objectNode());

            assertThat(cloud.call(ask).has("network")).isTrue();
        }
    }

    @Test
    void regionAndInterfaceChooseTheEndpoint() {
        try (Cloud cloud = cloud(Map.of("region", "west", "interface", "internal"))) {
            cloud.call(networks());
        }

        assertThat(heads.get(1)).startsWith("GET /west-internal/v2.0/networks HTTP/1.1");
    }

    @Test
    void aServiceThatTheCatalogueLacksIsUnsupported() {
        try (Cloud cloud = cloud(Map.of("region", "north"))) {
            Throwable error = catchThrowable(() -> cloud.call(networks()));

            assertThat(((TelamonException) error).code()).isEqualTo(ErrorCode.UNSUPPORTED);
            assertThat(error)
                    .hasMessageContaining(
                            "no network service in region north with a public endpoint");
        }
    }

    @Test
    void neitherSecretNorTokenIsInAnError() {
        says = login -> "you said " + SECRET + " and token-" + login;
        try (Cloud cloud = cloud(Map.of())) {
            assertThat(catchThrowable(() -> cloud.call(networks())))
                    .hasMessageContaining("you said *** and ***");
        }
    }

    @Test
    void pagesAreFollowedToTheirEnd() {
        StringBuilder full = new StringBuilder("{\"networks\":[");
        for (int i = 0; i < 500; i++) {
            full.append(i == 0 ? "" : ",").append("{\"id\":\"n").append(i).append("\"}");
        }
        String page = full.append("]}").toString();
        says =
                login ->
                        heads.get(heads.size() - 1).contains("marker=n499")
                                ? "{\"networks\":[{\"id\":\"last\"}]}"
                                : page;
        try (Cloud cloud = cloud(Map.of())) {
            assertThat(cloud.list(networks(), "networks")).hasSize(501);
        }
    }

    @Test
    void anAnswerWithoutTheFieldIsUnexpected() {
        says = login -> "{\"odd\":1}";
        try (Cloud cloud = cloud(Map.of())) {
            Throwable error = catchThrowable(() -> cloud.call(networks(), "networks"));

            assertThat(((TelamonException) error).code()).isEqualTo(ErrorCode.VIM_UNEXPECTED);
        }
    }
}

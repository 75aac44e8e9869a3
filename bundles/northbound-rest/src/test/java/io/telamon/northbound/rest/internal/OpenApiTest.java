/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed description says what the resources do; the page shows it without a network. */
class OpenApiTest {
    private static final Path COMMITTED =
            Path.of("src/main/resources/io/telamon/northbound/rest/internal/docs/openapi.json");

    @Test
    void theCommittedDescriptionIsWhatTheResourcesSay() throws IOException {
        String generated = OpenApi.generate();
        if (System.getProperty("openapi.update") != null) {
            Files.writeString(COMMITTED, generated);
        }

        assertThat(Files.readString(COMMITTED))
                .as("The API changed: check that clients survive it, then -Dopenapi.update")
                .isEqualTo(generated);
    }

    @Test
    void descriptionAndPageAreServedToEverybody() {
        try (Server server = new Server()) {
            Server.Answer api = server.raw("/api/openapi.json", HttpRequest.Builder::GET);
            Server.Answer page = server.raw("/api/docs/", HttpRequest.Builder::GET);
            Server.Answer script =
                    server.raw("/api/docs/swagger-ui-bundle.js", HttpRequest.Builder::GET);

            assertThat(api.json().at("/paths").has("/nslcm/v1/ns_instances")).isTrue();
            assertThat(api.header("Content-Type")).startsWith("application/json");
            assertThat(page.text())
                    .contains("swagger-ui-bundle.js")
                    .doesNotContain("http://", "https://");
            assertThat(script.status()).isEqualTo(200);
            assertThat(script.text()).contains("SwaggerUIBundle");
            assertThat(server.raw("/api/docs", HttpRequest.Builder::GET).header("Location"))
                    .endsWith("docs/");
            assertThat(server.raw("/api/docs/../x.class", HttpRequest.Builder::GET).status())
                    .isNotEqualTo(200);
            assertThat(server.raw("/api/docs/DocsServlet.class", HttpRequest.Builder::GET).status())
                    .isEqualTo(404);
        }
    }
}

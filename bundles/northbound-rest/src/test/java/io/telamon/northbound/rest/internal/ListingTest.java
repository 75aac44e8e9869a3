/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.catalog.PackageState;
import io.telamon.model.security.Caller;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters, selectors and pages of SOL013 clause 5. */
class ListingTest {
    private static final String PATH = "/vnfpkgm/v1/vnf_packages";
    private static Server server;

    @BeforeAll
    static void start() {
        server = new Server();
        Caller ada = server.authenticator.checkToken("ada-token");
        for (String name : new String[] {"a", "b", "c,d", "it's"}) {
            server.catalog.put(ada, PackageKind.VNF, name, PackageState.ONBOARDED);
        }
        server.catalog.put(ada, PackageKind.VNF, "", PackageState.CREATED);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "(eq,vnfdId,a)|1",
                "(neq,vnfdId,a)|4",
                "(in,vnfdId,a,b)|2",
                "(nin,vnfdId,a,b)|3",
                "(eq,vnfdId,'c,d')|1",
                "(eq,vnfdId,'it''s')|1",
                "(cont,vnfProductName,title)|4",
                "(ncont,vnfdId,a)|4",
                "(gt,vnfdId,a)|3",
                "(gte,vnfdId,a)|4",
                "(lt,vnfdId,b)|1",
                "(lte,vnfdId,b)|2",
                "(gte,vnfdVersion,1.0)|4",
                "(eq,checksum/hash,00ff)|4",
                "(eq,onboardingState,ONBOARDED);(eq,vnfdId,b)|1",
                "(eq,_links/self/href,x)|0"
            })
    void aFilterLetsThroughWhatFits(String filter, int expected) {
        Server.Answer answer = server.get(PATH + "?filter=" + encoded(filter));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json()).hasSize(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(eq,nonsense,a)",
                "(like,vnfdId,a)",
                "(eq,vnfdId)",
                "eq,vnfdId,a",
                "(eq,vnfdId,a,b)",
                "(eq,checksum/nonsense,a)"
            })
    void aFilterThatMakesNoSenseIsRefused(String filter) {
        assertThat(server.get(PATH + "?filter=" + encoded(filter)).status()).isEqualTo(400);
    }

    @Test
    void listsLeaveOutWhatCostsUnlessAskedFor() {
        assertThat(first("").has("checksum")).isFalse();
        assertThat(first("?exclude_default").has("checksum")).isFalse();
        assertThat(first("?all_fields").has("checksum")).isTrue();
        assertThat(first("?fields=checksum").has("checksum")).isTrue();
        assertThat(first("?fields=checksum").has("userDefinedData")).isFalse();
        assertThat(first("?fields=checksum").has("_links")).isTrue();
        assertThat(first("?exclude_fields=checksum/hash").at("/checksum").has("algorithm"))
                .isTrue();
        assertThat(first("?exclude_fields=checksum/hash").at("/checksum").has("hash")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?fields=nonsense",
                "?exclude_fields=nonsense",
                "?fields=id&exclude_fields=vnfdId",
                "?all_fields&fields=id",
                "?page_size=0",
                "?page_size=many",
                "?page_size=1001"
            })
    void aSelectorThatMakesNoSenseIsRefused(String query) {
        assertThat(server.get(PATH + query).status()).isEqualTo(400);
    }

    @Test
    void pagesLeadFromOneToTheNext() {
        List<String> seen = new ArrayList<>();
        String path = PATH + "?page_size=2&filter=" + encoded("(neq,vnfdId,a)");
        while (!path.isEmpty()) {
            Server.Answer answer = server.get(path);
            assertThat(answer.json().size()).isPositive();
            answer.json().forEach(one -> seen.add(one.at("/id").asText()));
            path = next(answer.header("Link"));
        }

        assertThat(seen).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void aForeignMarkerOfAShortListIsRefused() {
        assertThat(server.get("/api/v1/lanes?nextpage_opaque_marker=x").status()).isEqualTo(400);
    }

    private static String next(String link) {
        return link.isEmpty() ? "" : link.replaceAll("^<http://[^/]+([^>]*)>; rel=\"next\"$", "$1");
    }

    private static JsonNode first(String query) {
        JsonNode all = server.get(PATH + query).json();
        for (JsonNode one : all) {
            if ("a".equals(one.at("/vnfdId").asText())) {
                return one;
            }
        }
        throw new AssertionError("No package a in " + all);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

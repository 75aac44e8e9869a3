/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.http.ScriptedServer;
import io.telamon.model.resource.Handle;
import io.telamon.sdn.spi.SdnSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a controller answers becomes the right error, in its words and without secrets. */
class ControllerFaultsTest {
    private static final String SECRET = "open-sesame-4711";

    private static Throwable observe(int status, String body) throws IOException {
        try (ScriptedServer server =
                        ScriptedServer.start(
                                (number, talk) -> {
                                    talk.request();
                                    talk.answer(status, "", body);
                                });
                SdnSession session =
                        new OpenDaylightDriver()
                                .open(
                                        Testbed.connection(
                                                server.address().toString(),
                                                SECRET,
                                                Map.of(),
                                                Duration.ofSeconds(5)))) {
            return catchThrowable(() -> session.observe(new Handle("x")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, VIM_AUTH, check the user and the password",
        "403, VIM_AUTH, may not do this",
        "404, VIM_NOT_FOUND, does the endpoint lead to RESTCONF",
        "409, VIM_UNAVAILABLE, in-use",
        "400, VIM_REJECTED, in-use",
        "429, VIM_THROTTLED, in-use",
        "500, VIM_UNAVAILABLE, in-use",
        "302, VIM_UNEXPECTED, in-use"
    })
    void eachStatusHasItsCodeAndSaysWhatToDo(int status, ErrorCode code, String words)
            throws IOException {
        String body =
                "{\"errors\":{\"error\":[{\"error-tag\":\"in-use\",\"error-message\":\"in-use by %s\"}]}}"
                        .formatted(SECRET);

        Throwable error = observe(status, body);

        assertThat(((TelamonException) error).code()).isEqualTo(code);
        assertThat(error).hasMessageContaining("Observe chain x").hasMessageContaining(words);
        assertThat(error.toString()).doesNotContain(SECRET).contains("in-use by ***");
    }

    @Test
    void tooManyRequestsToASwitchAreNotAMatterOfRights() throws IOException {
        String body = "{\"errors\":{\"error\":[{\"error-message\":\"Request quota exceeded\"}]}}";

        Throwable error = observe(403, body);

        assertThat(((TelamonException) error).code()).isEqualTo(ErrorCode.VIM_THROTTLED);
        assertThat(error.getMessage()).doesNotContain("may not do this");
    }

    @Test
    void anErrorWithoutABodyIsToldInTheWordsOfItsStatus() throws IOException {
        assertThat(observe(401, "")).hasMessageContaining("answered 401: Some words; check");
    }

    @Test
    void theStandardsWordForNoDataIsMissing() throws IOException {
        for (int status : new int[] {404, 409}) {
            String body = "{\"errors\":{\"error\":[{\"error-tag\":\"data-missing\"}]}}";
            assertThat(observe(status, body)).as("status " + status).isNull();
        }
    }

    @Test
    void aNoteThatSomebodyChangedIsNotTakenForOurs() throws IOException {
        String body =
                "{\"opendaylight-inventory:node\":[{\"id\":\"telamon:x\","
                        + "\"flow-node-inventory:description\":\"{\\\"state\\\":\\\"odd\\\"}\"}]}";

        Throwable error = observe(200, body);

        assertThat(((TelamonException) error).code()).isEqualTo(ErrorCode.VIM_UNEXPECTED);
        assertThat(error).hasMessageContaining("telamon:x makes no sense");
    }

    @Test
    void anAddressMayHaveThePathOfTheApi() {
        assertThat(Restconf.root("http://c:8181/")).isEqualTo("http://c:8181/rests");
        assertThat(Restconf.root("https://c/odl/rests")).isEqualTo("https://c/odl/rests");
    }
}

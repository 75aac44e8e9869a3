/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The control door answers what it is asked and refuses the rest. */
class ControlApiTest {
    private final Cloud cloud = Cloud.inMemory(NoteWorld::new);
    private final ControlApi control = new ControlApi(cloud);

    private Answer ask(String method, String target, String body) throws InterruptedException {
        return control.answer(method, target, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void faultsAreArmedListedAndDisarmed() throws Exception {
        Answer armed = ask("POST", "faults", "{\"id\":\"mine\",\"do\":\"drop\"}");
        String listed = ask("GET", "faults", "").body();

        assertThat(armed.status()).isEqualTo(201);
        assertThat(listed).contains("\"mine\"").contains("\"hit\":0");
        assertThat(ask("DELETE", "faults/mine", "").status()).isEqualTo(204);
        assertThat(ask("DELETE", "faults/mine", "").status()).isEqualTo(404);
        assertThat(ask("GET", "faults", "").body()).isEqualTo("[]");
    }

    @Test
    void aFaultArmedAgainUnderItsIdReplacesTheFirst() throws Exception {
        ask("POST", "faults", "{\"id\":\"mine\",\"status\":500}");
        ask("POST", "faults", "{\"id\":\"mine\",\"status\":502}");

        assertThat(cloud.faults().list()).hasSize(1);
        assertThat(cloud.serve(NoteWorld.create("a")).orElseThrow().status()).isEqualTo(502);
    }

    @Test
    void worldsAreConfiguredAndForgotten() throws Exception {
        ask("PUT", "worlds/a", "{\"secret\":\"s\"}");
        int refused = cloud.serve(NoteWorld.create("a")).orElseThrow().status();
        Answer gone = ask("DELETE", "worlds/a", "");

        assertThat(refused).isEqualTo(401);
        assertThat(gone.status()).isEqualTo(204);
        assertThat(ask("GET", "worlds", "").body()).isEqualTo("{}");
    }

    @Test
    void whatIsNotThereAndWhatIsNotJsonIsRefused() throws Exception {
        assertThat(ask("GET", "nonsense", "").status()).isEqualTo(404);
        assertThat(ask("GET", "gates/none", "").status()).isEqualTo(404);
        assertThat(ask("POST", "faults", "not json").status()).isEqualTo(400);
        assertThat(ask("GET", "gates/none?waitMs=x", "").status()).isEqualTo(400);
        assertThat(ask("GET", "ready", "").status()).isEqualTo(200);
    }
}

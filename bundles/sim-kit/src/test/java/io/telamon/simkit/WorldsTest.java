/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Endpoints lead to worlds, and wrong ones nowhere. */
class WorldsTest {
    private static final Request PROBE = Request.of("GET", "");

    @TempDir Path folder;

    private static WorldClient reach(EmbeddedClouds clouds, String endpoint) {
        Worlds.Target target =
                new Worlds.Target(endpoint, "acc", "secret-1", Duration.ofSeconds(1));
        return new Worlds(clouds).reach(target, Json.object());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nonsense", "https://x", "embedded:", "embedded:../x", "http://", "::"})
    void aWrongEndpointShowsAtTheFirstCallOnly(String endpoint) {
        try (EmbeddedClouds clouds = new EmbeddedClouds(Optional.of(folder), NoteWorld::new);
                WorldClient client = reach(clouds, endpoint)) {
            assertThatThrownBy(() -> client.send(PROBE))
                    .isInstanceOfSatisfying(
                            CallFailed.class,
                            failed ->
                                    assertThat(failed.kind()).isEqualTo(CallFailed.Kind.ENDPOINT));
        }
    }

    @Test
    void anEmbeddedWorldIsSharedBySessionsAndKeptInItsFile() {
        Request create = Request.of("POST", "/note", Json.object());
        try (EmbeddedClouds clouds = new EmbeddedClouds(Optional.of(folder), NoteWorld::new)) {
            try (WorldClient one = reach(clouds, "embedded:home");
                    WorldClient two = reach(clouds, "embedded:home")) {
                one.send(create);
                two.send(create);
            }
        }

        try (EmbeddedClouds again = new EmbeddedClouds(Optional.of(folder), NoteWorld::new)) {
            assertThat(again.cloud("home").world("home").dump()).hasSize(2);
        }
        assertThat(folder.resolve("home/world.jsonl")).exists();
    }

    @Test
    void whenTheEmbeddedWorldsEndTheirClientsAreRefused() {
        EmbeddedClouds clouds = new EmbeddedClouds(Optional.of(folder), NoteWorld::new);
        try (WorldClient late = reach(clouds, "embedded:home")) {
            clouds.close();

            assertThatThrownBy(() -> late.send(PROBE))
                    .isInstanceOfSatisfying(
                            CallFailed.class,
                            failed -> assertThat(failed.kind()).isEqualTo(CallFailed.Kind.REFUSED));
        }
    }

    @Test
    void theSecretIsInNoText() {
        Worlds.Target target =
                new Worlds.Target("http://h", "w", "secret-1", Duration.ofSeconds(1));

        assertThat(target.toString()).doesNotContain("secret-1");
    }
}

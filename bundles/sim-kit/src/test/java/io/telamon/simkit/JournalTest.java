/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written is there again; what was not is refused. */
class JournalTest {
    @TempDir Path folder;

    private Cloud open() throws IOException {
        return Cloud.at(folder.resolve("deep/worlds.jsonl"), NoteWorld::new);
    }

    private static int total(Cloud cloud, String world) {
        return cloud.world(world).summary().path("total").asInt();
    }

    @Test
    void worldsAreThereAgainAndForgottenOnesAreNot() throws Exception {
        try (Cloud cloud = open()) {
            cloud.serve(NoteWorld.create("a"));
            cloud.serve(NoteWorld.create("a"));
            cloud.serve(NoteWorld.create("b"));
            cloud.forget("b");
        }

        try (Cloud again = open()) {
            assertThat(total(again, "a")).isEqualTo(2);
            assertThat(total(again, "b")).isZero();
        }
    }

    @Test
    void aTornLastLineIsLeftOut() throws Exception {
        try (Cloud cloud = open()) {
            cloud.serve(NoteWorld.create("a"));
        }
        Path file = folder.resolve("deep/worlds.jsonl");
        Files.writeString(file, "{\"w\":\"a\",\"op\":\"pu", StandardOpenOption.APPEND);

        try (Cloud again = open()) {
            assertThat(total(again, "a")).isEqualTo(1);
        }
        assertThat(Files.readString(file)).doesNotContain("\"pu\"").endsWith("\n");
    }

    @Test
    void aFileInUseIsRefused() throws Exception {
        try (Cloud cloud = open()) {
            assertThat(cloud.overview()).isEmpty();
            assertThatThrownBy(this::open)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void afterCloseAChangeIsRefusedAndNotMade() throws Exception {
        Cloud cloud = open();
        cloud.serve(NoteWorld.create("a"));
        cloud.close();

        Answer answer = cloud.serve(NoteWorld.create("a")).orElseThrow();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(total(cloud, "a")).isEqualTo(1);
    }
}

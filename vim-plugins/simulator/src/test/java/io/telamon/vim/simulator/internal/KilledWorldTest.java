/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.telamon.errors.TelamonException;
import io.telamon.model.VimAccountId;
import io.telamon.model.resource.IpProfile;
import io.telamon.model.resource.NetworkSpec;
import io.telamon.model.resource.RequestToken;
import io.telamon.simkit.ControlClient;
import io.telamon.simkit.WorldProcess;
import io.telamon.vim.spi.ResourceOperator;
import io.telamon.vim.spi.VimConnection;
import io.telamon.vim.spi.VimSession;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The served world keeps its word when it, or its client, dies. */
class KilledWorldTest {
    @TempDir Path folder;

    private static VimSession session(WorldProcess process, String world) {
        return SimulatorUnderTest.driverInMemory()
                .open(
                        new VimConnection(
                                new VimAccountId("acc"),
                                process.endpoint(world),
                                Map.of(),
                                "",
                                Duration.ofSeconds(20),
                                artifact -> {
                                    throw new IOException("no artifacts");
                                }));
    }

    private static NetworkSpec network(String name) {
        return new NetworkSpec(name, IpProfile.any(), "", "");
    }

    private static Set<String> tokens(JsonNode dump) {
        Set<String> tokens = new HashSet<>();
        dump.path("things").forEach(thing -> tokens.add(thing.path("token").asText()));
        return tokens;
    }

    @Test
    void whatWasAnsweredBeforeAKillIsThereAfterIt() throws Exception {
        String file = folder.resolve("worlds.jsonl").toString();
        Queue<String> answered = new ConcurrentLinkedQueue<>();
        try (WorldProcess process =
                        WorldProcess.fromClassPath(Main.class.getName(), "--file", file);
                VimSession session = session(process, "w")) {
            ResourceOperator<NetworkSpec> networks =
                    session.operator(NetworkSpec.class).orElseThrow();
            CountDownLatch busy = new CountDownLatch(500);
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String prefix = "t" + i + "-";
                Thread client = new Thread(() -> createUntilDead(networks, prefix, answered, busy));
                client.start();
                clients.add(client);
            }
            assertThat(busy.await(60, TimeUnit.SECONDS)).isTrue();

            process.kill();

            for (Thread client : clients) {
                client.join(30_000);
                assertThat(client.isAlive()).isFalse();
            }
        }

        try (WorldProcess again =
                WorldProcess.fromClassPath(Main.class.getName(), "--file", file)) {
            JsonNode dump = again.control().dump("w");

            assertThat(answered).hasSizeGreaterThanOrEqualTo(500);
            assertThat(tokens(dump)).containsAll(answered);
            assertThat(dump.path("total").asInt()).isBetween(answered.size(), answered.size() + 8);
            assertThat(dump.path("duplicates")).isEmpty();
        }
    }

    private static void createUntilDead(
            ResourceOperator<NetworkSpec> networks,
            String prefix,
            Queue<String> answered,
            CountDownLatch busy) {
        try {
            for (int n = 0; ; n++) {
                networks.create(network(prefix + n), new RequestToken(prefix + n));
                answered.add(prefix + n);
                busy.countDown();
            }
        } catch (TelamonException dead) {
            assertThat(dead.code().retryable()).isTrue();
        }
    }

    @Test
    void aCreateHeldAtDoneWhoseClientDiedIsFoundByTheNext() throws Exception {
        try (WorldProcess process = WorldProcess.fromClassPath(Main.class.getName())) {
            ControlClient control = process.control();
            String gate = control.gate("{\"verb\":\"create\",\"moment\":\"done\"}");
            VimSession dying = session(process, "w");
            Thread client =
                    new Thread(
                            () -> {
                                try {
                                    dying.operator(NetworkSpec.class)
                                            .orElseThrow()
                                            .create(network("n"), new RequestToken("t"));
                                } catch (TelamonException cut) {
                                    assertThat(cut.code().retryable()).isTrue();
                                }
                            });
            client.start();
            control.awaitGate(gate, 1, Duration.ofSeconds(20));
            dying.close();
            client.join(20_000);
            control.release(gate);

            try (VimSession next = session(process, "w")) {
                assertThat(
                                next.operator(NetworkSpec.class)
                                        .orElseThrow()
                                        .find(new RequestToken("t")))
                        .isPresent();
            }
            assertThat(client.isAlive()).isFalse();
            assertThat(control.dump("w").path("total").asInt()).isEqualTo(1);
        }
    }

    @Test
    void theProcessTakesItsOptions() throws IOException {
        String[] options = {
            "--quota",
            "servers=3",
            "--zones",
            "east,west",
            "--networks",
            "public",
            "--build",
            "server=70",
            "--delete",
            "*=5",
            "--no-dedupe",
            "--latency",
            "1",
            "--fault",
            "{\"do\":\"status\",\"world\":\"x\"}",
            "--gate",
            "{\"world\":\"x\"}"
        };
        try (WorldProcess process = WorldProcess.fromClassPath(Main.class.getName(), options);
                VimSession session = session(process, "w")) {
            assertThat(session.inventory().zones()).containsExactlyInAnyOrder("east", "west");
            assertThat(session.inventory().limit().servers()).isEqualTo(3);
            assertThat(session.inventory().networks()).containsKey("public");
            JsonNode settings = process.control().dump("w").path("settings");
            assertThat(settings.at("/timing/buildMs/server").asInt()).isEqualTo(70);
            assertThat(settings.at("/dedupe").asBoolean()).isFalse();
        }
    }
}

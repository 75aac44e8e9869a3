/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What a person types: start, status, start again, stop. */
public class StartScriptIT {
    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final int NOT_RUNNING = 3;

    /** The home of the container under test, its name with a space as people have them. */
    @Rule public TemporaryFolder folder = new TemporaryFolder();

    private final String http = freePort();
    private final String ssh = freePort();

    /** Leaves no container behind. */
    @After
    public void stop() throws Exception {
        telamon("stop");
    }

    @Test
    public void startsStopsAndKeepsItsHomeBetween() throws Exception {
        assertEquals(NOT_RUNNING, telamon("status").exit());

        Result first = telamon("start");
        assertEquals(first.output(), 0, first.exit());
        assertEquals(0, telamon("status").exit());
        assertTrue(telamon("start").output().contains("runs already"));

        Path kept = Files.writeString(home().resolve("data/kept"), "mine");
        assertEquals(0, telamon("stop").exit());
        assertEquals(NOT_RUNNING, telamon("status").exit());

        Result second = telamon("start");
        assertEquals(second.output(), 0, second.exit());
        assertEquals("mine", Files.readString(kept));
    }

    @Test
    public void aRemovedShippedPluginStaysRemoved() throws Exception {
        telamon("start");
        telamon("stop");
        Path plugin = home().resolve("deploy/telamon-vim-simulator.jar");
        Files.delete(plugin);

        telamon("start");

        assertTrue(Files.notExists(plugin));
    }

    @Test
    public void whatWasInstalledByHandStaysWithTheNextDistribution() throws Exception {
        telamon("start");
        assertEquals(0, telamon("shell", "feature:install telamon-vim-openstack").exit());
        telamon("stop");
        Path runtime;
        try (Stream<Path> folders = Files.list(home())) {
            runtime =
                    folders.filter(path -> path.getFileName().toString().startsWith("runtime-"))
                            .findFirst()
                            .orElseThrow();
        }
        Files.move(runtime, home().resolve("runtime-0.0.9-1"));

        Result start = telamon("start");

        assertTrue(
                start.output(),
                start.output().contains("telamon-vim-openstack was installed before"));
        assertTrue(telamon("shell", "vim:types").output().contains("openstack"));
    }

    @Test
    public void aTakenPortIsNamedBeforeAnythingStarts() throws Exception {
        try (ServerSocket taken =
                new ServerSocket(Integer.parseInt(http), 1, InetAddress.getByName("127.0.0.1"))) {
            Result start = telamon("start");

            assertEquals(1, start.exit());
            assertTrue(
                    start.output(),
                    start.output().contains("port " + taken.getLocalPort() + " is taken"));
        }
    }

    @Test
    public void unknownCommandsPrintTheUsageAndFail() throws Exception {
        Result result = telamon("dance");

        assertEquals(2, result.exit());
        assertTrue(result.output().contains("Usage:"));
    }

    private Path home() {
        return folder.getRoot().toPath().resolve("a home");
    }

    private Result telamon(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("telamon").toString()));
        command.addAll(List.of(arguments));
        Path output = folder.newFile().toPath();
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment()
                .putAll(
                        Map.of(
                                "TELAMON_HOME",
                                home().toString(),
                                "TELAMON_HTTP_PORT",
                                http,
                                "TELAMON_SSH_PORT",
                                ssh,
                                "TELAMON_ARCHIVE_AS_IS",
                                "1"));
        Process process = builder.start();
        assertTrue("ended in time", process.waitFor(4, TimeUnit.MINUTES));
        return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    private static String freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return String.valueOf(socket.getLocalPort());
        } catch (IOException refused) {
            throw new AssertionError(refused);
        }
    }

    /** What a run of the script left. */
    private record Result(int exit, String output) {}
}

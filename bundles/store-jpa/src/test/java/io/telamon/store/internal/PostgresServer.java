/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.telamon.testkit.Await;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real PostgreSQL from Debian's package, in a folder of its own on a free port. It refuses to run
 * as root, so as root it is run as the user nobody.
 */
final class PostgresServer implements AutoCloseable {
    private static final Path PACKAGES = Path.of("/usr/lib/postgresql");

    private final Path folder;
    private final int port;
    private final List<String> options;
    private Process process;

    private PostgresServer(Path binaries, List<String> options) throws Exception {
        this.options = options;
        folder = Files.createTempDirectory("telamon-postgres");
        port = freePort();
        if (isRoot()) {
            run(List.of("chown", "nobody", folder.toString()));
        }
        run(
                asServer(
                        binaries.resolve("initdb"),
                        "-A",
                        "trust",
                        "-U",
                        "telamon",
                        "-E",
                        "UTF8",
                        "-N"));
        start(binaries);
    }

    /** The installed server; empty when the package is missing. */
    static Optional<Path> binaries() {
        try (Stream<Path> versions = Files.list(PACKAGES)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Path::compareTo);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Starts a server with extra settings {@code name=value}. */
    static PostgresServer start(String... settings) throws Exception {
        List<String> options = new ArrayList<>();
        for (String setting : settings) {
            options.add("-c");
            options.add(setting);
        }
        return new PostgresServer(binaries().orElseThrow(), options);
    }

    /** A pool on the server. */
    HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setUsername("telamon");
        config.setMaximumPoolSize(8);
        config.setConnectionTimeout(2000);
        return new HikariDataSource(config);
    }

    /** Ends the server at once, as a crash would. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        Await.until("PostgreSQL is gone", () -> !process.isAlive());
    }

    @Override
    public void close() throws IOException {
        kill();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        }
    }

    private void start(Path binaries) throws Exception {
        List<String> command =
                asServer(
                        binaries.resolve("postgres"),
                        "-p",
                        Integer.toString(port),
                        "-h",
                        "127.0.0.1",
                        "-k",
                        folder.toString());
        command.addAll(options);
        process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        Await.until("PostgreSQL answers", Duration.ofSeconds(60), this::answers);
    }

    private boolean answers() {
        try (var connection = DriverManager.getConnection(url(), "telamon", "")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private List<String> asServer(Path program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(
                    List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        command.add(program.toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-D", folder.resolve("data").toString()));
        return command;
    }

    private static void run(List<String> command) throws Exception {
        Process done = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(done.getInputStream().readAllBytes());
        if (done.waitFor() != 0) {
            throw new IOException(command + " failed: " + output);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.bench.edge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of the bench: another role of this program. */
final class Child implements AutoCloseable {
    private static final double TICKS = 100;

    private final Process process;
    final int port;

    Child(int port, List<String> role) throws IOException, InterruptedException {
        this.port = port;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseParallelGC", "-Xmx512m", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(EdgeBench.class.getName());
        command.addAll(role);
        process = new ProcessBuilder(command).inheritIO().start();
        for (int i = 0; i < 200 && !listens(port); i++) {
            Thread.sleep(50);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Seconds of processor time so far. */
    double cpu() throws IOException {
        String stat = Files.readString(Path.of("/proc", "" + process.pid(), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }

    /** Resident memory in megabytes. */
    double memory() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", "" + process.pid(), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        return 0;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * A server that takes connections and then behaves badly; the kit's own, so that any plug-in meets
 * it.
 */
final class RudeServer implements AutoCloseable {
    private final ServerSocketChannel listener;
    private final Thread thread;
    private final List<SocketChannel> taken = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Manners manners;

    /** Ways to behave badly. */
    enum Manners {
        /** Never says anything. */
        SILENT,
        /** Says good words, one letter in 100 ms. */
        DRIPPING,
        /** Hangs up at once. */
        HANGING_UP,
        /** Speaks another protocol. */
        BABBLING
    }

    private RudeServer(ServerSocketChannel listener, Manners manners) {
        this.listener = listener;
        this.manners = manners;
        this.thread = new Thread(this::listen, "rude-server");
    }

    static RudeServer start(Manners manners) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        RudeServer server = new RudeServer(listener, manners);
        server.thread.setDaemon(true);
        server.thread.start();
        return server;
    }

    /** A port where nobody listens. */
    static int deadPort() throws IOException {
        try (RudeServer server = start(Manners.SILENT)) {
            return server.port();
        }
    }

    int port() {
        return listener.socket().getLocalPort();
    }

    /** Connections it has taken so far. */
    int connections() {
        return taken.size();
    }

    private void listen() {
        try {
            while (!closed.get()) {
                SocketChannel client = listener.accept();
                taken.add(client);
                behave(client);
            }
        } catch (ClosedChannelException e) {
            closed.set(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void behave(SocketChannel client) throws IOException {
        switch (manners) {
            case SILENT -> client.configureBlocking(false);
            case HANGING_UP -> client.close();
            case BABBLING -> say(client, "+OK POP3 server ready\r\n".repeat(200));
            case DRIPPING -> drip(client, "HTTP/1.1 200 OK\r\nServer: " + "x".repeat(10_000));
        }
    }

    private static void say(SocketChannel client, String text) throws IOException {
        client.read(ByteBuffer.allocate(8192));
        client.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private void drip(SocketChannel client, String text) throws IOException {
        for (byte letter : text.getBytes(StandardCharsets.US_ASCII)) {
            if (closed.get()) {
                return;
            }
            try {
                client.write(ByteBuffer.wrap(new byte[] {letter}));
            } catch (IOException gone) {
                client.close();
                return;
            }
            LockSupport.parkNanos(100_000_000);
        }
    }

    @Override
    public void close() throws IOException {
        closed.set(true);
        listener.close();
        for (SocketChannel client : taken) {
            client.close();
        }
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

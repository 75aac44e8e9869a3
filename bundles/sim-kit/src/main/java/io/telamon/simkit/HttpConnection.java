/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * One keep-alive connection, used by one thread at a time. It is a channel because blocking calls
 * on channels, unlike those on plain sockets, end when the thread is interrupted.
 */
final class HttpConnection {
    private static final long MAX_IDLE_NANOS = Duration.ofSeconds(20).toNanos();
    private static final int MAX_LINE = 16 * 1024;
    private static final int MAX_BODY = 64 * 1024 * 1024;

    private final SocketChannel channel;
    private final InputStream in;
    private final byte[] buffer = new byte[8192];
    private int position;
    private int limit;
    private boolean keep;
    private long idleSince;

    private HttpConnection(SocketChannel channel) throws IOException {
        this.channel = channel;
        this.in = channel.socket().getInputStream();
    }

    static HttpConnection open(InetSocketAddress address, Deadline deadline) throws IOException {
        SocketChannel channel = SocketChannel.open();
        boolean done = false;
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.socket().connect(address, millis(deadline));
            HttpConnection connection = new HttpConnection(channel);
            done = true;
            return connection;
        } finally {
            if (!done) {
                channel.close();
            }
        }
    }

    /** True when the other side has neither closed nor said anything since the last answer. */
    boolean alive() {
        if (System.nanoTime() - idleSince > MAX_IDLE_NANOS || position < limit) {
            return false;
        }
        try {
            channel.configureBlocking(false);
            int read = channel.read(ByteBuffer.allocate(1));
            channel.configureBlocking(true);
            return read == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Sends all; what does not fit into the socket's buffer waits for the peer, within the
     * deadline.
     */
    void write(ByteBuffer bytes, Deadline deadline) throws IOException {
        channel.configureBlocking(false);
        channel.write(bytes);
        if (bytes.hasRemaining()) {
            try (Selector selector = Selector.open()) {
                channel.register(selector, SelectionKey.OP_WRITE);
                while (bytes.hasRemaining()) {
                    selector.select(millis(deadline));
                    selector.selectedKeys().clear();
                    channel.write(bytes);
                }
            }
        }
        channel.configureBlocking(true);
    }

    /** Reads one answer. */
    Answer read(Deadline deadline) throws IOException {
        String first = line(deadline);
        int status = status(first);
        int length = -1;
        keep = true;
        for (String line = line(deadline); !line.isEmpty(); line = line(deadline)) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = length(line.substring(15).strip());
            } else if (header.startsWith("connection:") && header.contains("close")) {
                keep = false;
            }
        }
        if (length < 0 && status != 204) {
            throw garbage(first);
        }
        String body = length <= 0 ? "" : body(length, deadline);
        idleSince = System.nanoTime();
        return new Answer(status, body);
    }

    boolean reusable() {
        return keep;
    }

    private static int status(String line) {
        if (line.startsWith("HTTP/1.") && line.length() >= 12) {
            return length(line.substring(9, 12));
        }
        throw garbage(line);
    }

    private static int length(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw garbage(digits);
        }
    }

    private static CallFailed garbage(String text) {
        return new CallFailed(CallFailed.Kind.GARBAGE, text, null);
    }

    private String line(Deadline deadline) throws IOException {
        StringBuilder line = new StringBuilder(64);
        while (true) {
            int next = next(deadline);
            if (next == '\n') {
                int end = line.length();
                return end > 0 && line.charAt(end - 1) == '\r'
                        ? line.substring(0, end - 1)
                        : line.toString();
            }
            line.append((char) next);
            if (line.length() > MAX_LINE) {
                throw garbage(line.toString());
            }
        }
    }

    private int next(Deadline deadline) throws IOException {
        if (position == limit) {
            fill(deadline);
        }
        return buffer[position++] & 0xff;
    }

    private String body(int length, Deadline deadline) throws IOException {
        if (length > MAX_BODY) {
            throw garbage("an answer of " + length + " bytes");
        }
        byte[] body = new byte[length];
        int done = Math.min(length, limit - position);
        System.arraycopy(buffer, position, body, 0, done);
        position += done;
        while (done < length) {
            channel.socket().setSoTimeout(millis(deadline));
            int read = in.read(body, done, length - done);
            if (read < 0) {
                throw new EOFException("the connection was closed within an answer");
            }
            done += read;
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private void fill(Deadline deadline) throws IOException {
        channel.socket().setSoTimeout(millis(deadline));
        int read = in.read(buffer, 0, buffer.length);
        if (read < 0) {
            throw new EOFException("the connection was closed without an answer");
        }
        position = 0;
        limit = read;
    }

    private static int millis(Deadline deadline) throws SocketTimeoutException {
        long left = deadline.millisLeft();
        if (left <= 0) {
            throw new SocketTimeoutException("deadline");
        }
        return (int) Math.min(Integer.MAX_VALUE, left);
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            keep = false; // nothing more can be done for a connection that is given up
        }
    }
}

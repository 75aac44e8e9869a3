/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Reaches a world over HTTP/1.1 with pooled keep-alive connections and no thread of its own. The
 * deadline covers connecting, writing and reading together; an interrupt closes the connection.
 */
public final class HttpWorld implements WorldClient {
    private static final int MAX_IDLE = 16;

    private final URI base;
    private final String secret;
    private final Duration timeout;
    private final ConcurrentLinkedDeque<HttpConnection> idle = new ConcurrentLinkedDeque<>();
    private final Set<HttpConnection> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * A way to a world; does no I/O.
     *
     * @param base {@code http://host:port/w/name}
     * @param secret sent as bearer token, empty for none
     * @param timeout deadline of each call
     */
    public HttpWorld(URI base, String secret, Duration timeout) {
        this.base = base;
        this.secret = secret;
        this.timeout = timeout;
    }

    @Override
    public Answer send(Request request) {
        Deadline deadline = Deadline.in(timeout);
        try {
            HttpConnection connection = connection(deadline);
            return exchange(connection, request, deadline);
        } catch (ClosedByInterruptException e) {
            throw new CallFailed(CallFailed.Kind.INTERRUPTED, "the call was interrupted", e);
        } catch (SocketTimeoutException e) {
            String text = "no answer within " + timeout.toMillis() + " ms";
            throw new CallFailed(CallFailed.Kind.TIMEOUT, text, e);
        } catch (ConnectException | UnknownHostException e) {
            throw new CallFailed(CallFailed.Kind.REFUSED, e.toString(), e);
        } catch (IOException e) {
            throw new CallFailed(CallFailed.Kind.BROKEN, e.toString(), e);
        }
    }

    private Answer exchange(HttpConnection connection, Request request, Deadline deadline)
            throws IOException {
        boolean reusable = false;
        try {
            connection.write(bytes(request), deadline);
            Answer answer = connection.read(deadline);
            reusable = connection.reusable();
            return answer;
        } finally {
            if (reusable && !closed && idle.size() < MAX_IDLE) {
                idle.addFirst(connection);
            } else {
                discard(connection);
            }
            if (closed) {
                close();
            }
        }
    }

    private HttpConnection connection(Deadline deadline) throws IOException {
        if (closed) {
            throw new CallFailed(CallFailed.Kind.REFUSED, "the session is closed", null);
        }
        Optional<HttpConnection> pooled = pooled();
        if (pooled.isPresent()) {
            return pooled.get();
        }
        InetSocketAddress address = new InetSocketAddress(base.getHost(), base.getPort());
        HttpConnection fresh = HttpConnection.open(address, deadline);
        open.add(fresh);
        return fresh;
    }

    private Optional<HttpConnection> pooled() {
        for (HttpConnection one = idle.pollFirst(); one != null; one = idle.pollFirst()) {
            if (one.alive()) {
                return Optional.of(one);
            }
            discard(one);
        }
        return Optional.empty();
    }

    private void discard(HttpConnection connection) {
        open.remove(connection);
        connection.close();
    }

    private ByteBuffer bytes(Request request) {
        StringBuilder head = new StringBuilder(256);
        head.append(request.method()).append(' ').append(base.getRawPath()).append(request.path());
        head.append(" HTTP/1.1\r\nHost: ").append(base.getAuthority()).append("\r\n");
        if (!secret.isEmpty()) {
            head.append("Authorization: Bearer ").append(secret).append("\r\n");
        }
        head.append("Content-Type: application/json\r\nContent-Length: ");
        head.append(request.body().length).append("\r\n\r\n");
        byte[] first = head.toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer all = ByteBuffer.allocate(first.length + request.body().length);
        return all.put(first).put(request.body()).flip();
    }

    /** Cuts calls under way, too. */
    @Override
    public void close() {
        closed = true;
        idle.clear();
        open.forEach(this::discard);
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLException;

/**
 * The connections of one session. Readings share connections that are kept for a moment; each
 * change gets a new one, so that a connection which the cloud closes at that moment leaves no doubt
 * about a change. A reading that meets such a connection is sent once more. No thread of its own.
 */
public final class Transport implements AutoCloseable {
    private static final long KEEP = Duration.ofSeconds(10).toNanos();
    private static final int KEEP_MOST = 8;

    private final Trust trust;
    private final Duration deadline;
    private final Map<String, Deque<Idle>> idle = new HashMap<>();
    private final Set<Line> busy = new HashSet<>();
    private boolean closed;

    /**
     * No I/O yet.
     *
     * @param trust whom to believe when an address is https
     * @param deadline time of each call
     */
    public Transport(Trust trust, Duration deadline) {
        this.trust = trust;
        this.deadline = deadline;
    }

    private record Idle(Line line, long since) {}

    /**
     * Sends one request and reads the whole answer.
     *
     * @throws CallFailed when there is no answer
     */
    public Incoming send(Outgoing request) {
        long end = System.nanoTime() + deadline.toNanos();
        String place = request.address().getScheme() + "://" + request.address().getAuthority();
        try {
            if (request.isReading()) {
                for (Line kept = take(place); kept != null; kept = take(place)) {
                    Incoming answer = tryOn(kept, place, request, end);
                    if (answer != null) {
                        return answer;
                    }
                }
            }
            return onNew(place, request, end);
        } catch (IOException | IllegalArgumentException e) {
            throw failed(e);
        }
    }

    /** Null when the connection had been closed before the request came. */
    private Incoming tryOn(Line line, String place, Outgoing request, long end) throws IOException {
        boolean whole = false;
        try {
            Incoming answer = line.exchange(request, left(end));
            whole = true;
            return answer;
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            if (line.isAnswering()) {
                throw e;
            }
            return null;
        } finally {
            release(line, place, whole);
        }
    }

    private Incoming onNew(String place, Outgoing request, long end) throws IOException {
        Line line = new Line();
        boolean whole = false;
        try {
            register(line);
            line.connect(request.address(), trust, left(end));
            Incoming answer = line.exchange(request, left(end));
            whole = true;
            return answer;
        } finally {
            release(line, place, whole);
        }
    }

    private static Duration left(long end) {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    private synchronized void register(Line line) {
        if (closed) {
            throw over();
        }
        busy.add(line);
    }

    private synchronized Line take(String place) {
        if (closed) {
            throw over();
        }
        Deque<Idle> kept = idle.getOrDefault(place, new ArrayDeque<>());
        while (!kept.isEmpty()) {
            Idle newest = kept.removeFirst();
            if (System.nanoTime() - newest.since() < KEEP && newest.line().isReusable()) {
                busy.add(newest.line());
                return newest.line();
            }
            newest.line().close();
        }
        return null;
    }

    private synchronized void release(Line line, String place, boolean whole) {
        busy.remove(line);
        Deque<Idle> kept = idle.computeIfAbsent(place, any -> new ArrayDeque<>());
        if (closed || !whole || kept.size() >= KEEP_MOST || !line.isReusable()) {
            line.close();
        } else {
            kept.addFirst(new Idle(line, System.nanoTime()));
        }
    }

    private static CallFailed over() {
        return new CallFailed(CallFailed.Kind.CLOSED, "the session is closed", null);
    }

    private synchronized CallFailed failed(Exception error) {
        if (closed) {
            return over();
        }
        CallFailed.Kind kind = kind(error);
        boolean distrusted = kind == CallFailed.Kind.TLS && error instanceof SSLException;
        String words = distrusted ? Distrust.words((SSLException) error) : words(error);
        return new CallFailed(kind, words, error);
    }

    private static String words(Exception error) {
        String text = error.getMessage();
        return error.getClass().getSimpleName() + (text == null ? "" : ": " + text);
    }

    private static CallFailed.Kind kind(Exception error) {
        if (error instanceof SocketTimeoutException) {
            return CallFailed.Kind.TIMEOUT;
        }
        if (error instanceof InterruptedIOException) {
            return CallFailed.Kind.INTERRUPTED;
        }
        if (error instanceof ConnectException
                || error instanceof NoRouteToHostException
                || error instanceof UnknownHostException
                || error instanceof UnresolvedAddressException) {
            return CallFailed.Kind.REFUSED;
        }
        if (error instanceof SSLException) {
            boolean late = error.getCause() instanceof InterruptedIOException;
            return late ? kind((Exception) error.getCause()) : CallFailed.Kind.TLS;
        }
        return error instanceof IOException ? CallFailed.Kind.BROKEN : CallFailed.Kind.ADDRESS;
    }

    /** Where requests of a session go is decided by the cloud's own catalogue: only http(s). */
    public static URI address(String text) {
        try {
            URI address = URI.create(text.strip());
            String scheme = String.valueOf(address.getScheme());
            if (scheme.matches("(?i)https?") && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new CallFailed(CallFailed.Kind.ADDRESS, "not an address: " + text, e);
        }
        throw new CallFailed(CallFailed.Kind.ADDRESS, "not an http address: " + text, null);
    }

    /** Ends calls that are under way. */
    @Override
    public synchronized void close() {
        closed = true;
        busy.forEach(Line::close);
        idle.values().forEach(kept -> kept.forEach(one -> one.line().close()));
        idle.clear();
    }
}

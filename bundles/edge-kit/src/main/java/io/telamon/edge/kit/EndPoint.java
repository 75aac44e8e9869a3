/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.kit;

import java.net.InetSocketAddress;

/**
 * Where a server listens, as {@code host:port}. The text is the identity of a role: the same
 * computer under two names is two computers.
 */
public record EndPoint(String host, int port) {
    public EndPoint {
        if (host.isEmpty() || host.indexOf(',') >= 0 || host.indexOf('/') >= 0) {
            throw new IllegalArgumentException("'" + host + "' is no host");
        }
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port " + port + " is not within 0 to 65535");
        }
    }

    /** Reads {@code host:port}; an IPv6 address stands in square brackets. */
    public static EndPoint parse(String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "" : text.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        if (host.isEmpty() || (host.indexOf(':') >= 0 && !bracketed)) {
            throw new IllegalArgumentException("'" + text + "' is no end-point (host:port)");
        }
        try {
            return new EndPoint(host, Integer.parseInt(text, colon + 1, text.length(), 10));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' has no port (host:port)", e);
        }
    }

    /** The host without the brackets of an IPv6 address. */
    public String bareHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** What to bind to; looks the name up. */
    public InetSocketAddress address() {
        return new InetSocketAddress(bareHost(), port);
    }

    /** The same host with another port, such as the one that was chosen for port 0. */
    public EndPoint withPort(int other) {
        return new EndPoint(host, other);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}

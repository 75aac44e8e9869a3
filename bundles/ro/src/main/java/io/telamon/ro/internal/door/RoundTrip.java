/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.door;

import io.telamon.model.instance.Account;
import io.telamon.model.instance.Inventory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.OptionalDouble;

/**
 * Measures how far away a cloud is: the shortest of a few connections to its endpoint. A connection
 * takes one round trip and no work of the cloud.
 */
final class RoundTrip {
    private static final int TRIES = 3;
    private static final int PATIENCE_MILLIS = 1_000;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final double NANOS_PER_TENTH = 100_000.0;
    private static final double TENTHS = 10.0;

    private RoundTrip() {}

    /** The inventory with what was measured; unchanged for a cloud without a network address. */
    static Inventory measured(Account account, Inventory found) {
        OptionalDouble millis = to(account.endpoint());
        return millis.isPresent() ? found.withLatency(millis.getAsDouble()) : found;
    }

    /** Milliseconds with one digit; empty when the address has no host or takes no connection. */
    static OptionalDouble to(String endpoint) {
        URI address;
        try {
            address = new URI(endpoint.strip());
        } catch (URISyntaxException notAnAddress) {
            return OptionalDouble.empty();
        }
        if (address.getHost() == null) {
            return OptionalDouble.empty();
        }
        int usual = "https".equals(address.getScheme()) ? HTTPS : HTTP;
        int port = address.getPort() < 0 ? usual : address.getPort();
        long best = Long.MAX_VALUE;
        try {
            for (int i = 0; i < TRIES; i++) {
                best = Math.min(best, connect(address.getHost(), port));
            }
        } catch (IOException away) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.ceil(best / NANOS_PER_TENTH) / TENTHS);
    }

    private static long connect(String host, int port) throws IOException {
        InetSocketAddress target = new InetSocketAddress(host, port); // looks the name up first
        long start = System.nanoTime();
        try (Socket socket = new Socket()) {
            socket.connect(target, PATIENCE_MILLIS);
            return System.nanoTime() - start;
        }
    }
}

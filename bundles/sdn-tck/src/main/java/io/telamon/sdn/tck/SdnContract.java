/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.tck;

import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceState;
import io.telamon.model.resource.Value;
import io.telamon.sdn.spi.ChainObservation;
import io.telamon.sdn.spi.SdnConnection;
import io.telamon.sdn.spi.SdnSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** What each part of the contract works on, and the words it is written in. */
public interface SdnContract {
    /** The controller of this test. */
    SdnUnderTest sdn();

    /** An open session on it. */
    SdnSession session();

    /** A token that nobody used. */
    static RequestToken token() {
        return new RequestToken("tck-" + UUID.randomUUID());
    }

    /** A chain through these ports, one after the other, for web traffic. */
    default ChainSpec through(List<String> ports) {
        return through(ports, 0);
    }

    /** The same for other traffic than that of chains with other numbers. */
    private ChainSpec through(List<String> ports, int number) {
        List<ChainSpec.Hop> hops = new ArrayList<>();
        for (String port : ports) {
            hops.add(new ChainSpec.Hop(hops.size(), Value.of(port), Value.of(port)));
        }
        ChainSpec.Classifier web =
                new ChainSpec.Classifier(
                        "web",
                        Value.of(sdn().source()),
                        Map.of("ip-proto", "6", "destination-port", "" + (80 + number)));
        return new ChainSpec("tck-chain", hops, List.of(web), false);
    }

    /** A chain through the first four ports. */
    default ChainSpec chain() {
        return chain(0);
    }

    /**
     * One of 24 chains that may exist side by side: each passes four ports in another order and
     * takes other traffic, because some controllers take one chain per path.
     */
    default ChainSpec chain(int number) {
        List<String> left = new ArrayList<>(sdn().ports().subList(0, 4));
        List<String> order = new ArrayList<>();
        int rest = number;
        for (int choices = 4; choices > 0; choices--) {
            order.add(left.remove(rest % choices));
            rest /= choices;
        }
        return through(order, number);
    }

    /** What nobody may say aloud: the credential of the controller or of the cloud it is on. */
    static String secret(SdnConnection connection) {
        return connection.secret().isEmpty() ? connection.vim().secret() : connection.secret();
    }

    /** Observes until the state is this one. */
    default ChainObservation until(Handle handle, ResourceState state) {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (true) {
            ChainObservation seen = session().observe(handle);
            if (seen.state() == state) {
                return seen;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError(handle + " does not become " + state + ": " + seen);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}

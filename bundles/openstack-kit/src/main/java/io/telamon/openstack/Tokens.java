/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.openstack;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.openstack4j.openstack.identity.v3.domain.KeystoneToken;

/**
 * The token of a session, shared by its threads. One thread fetches a new one while the others wait
 * for it, not longer than a call may take.
 */
final class Tokens {
    private static final Duration SPARE = Duration.ofSeconds(5);

    private final Supplier<KeystoneToken> keystone;
    private final Duration patience;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile KeystoneToken current;

    Tokens(Supplier<KeystoneToken> keystone, Duration patience) {
        this.keystone = keystone;
        this.patience = patience;
    }

    /** A token that has not expired. */
    KeystoneToken get() {
        KeystoneToken known = current;
        return known != null && lasts(known) ? known : renew(known);
    }

    /** A token other than the one the cloud refused. */
    KeystoneToken renew(KeystoneToken refused) {
        lock();
        try {
            if (current == refused || current == null) {
                current = keystone.get();
            }
            return current;
        } finally {
            fetching.unlock();
        }
    }

    private void lock() {
        try {
            if (fetching.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TelamonException(
                    ErrorCode.VIM_TIMEOUT, e, "Interrupted while another call logged in");
        }
        throw new TelamonException(
                ErrorCode.VIM_TIMEOUT, "Another call still tries to log in after %s", patience);
    }

    private static boolean lasts(KeystoneToken token) {
        return token.getExpires() == null
                || token.getExpires().toInstant().isAfter(Instant.now().plus(SPARE));
    }
}

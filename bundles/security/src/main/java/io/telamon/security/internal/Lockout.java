/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.TenantId;
import io.telamon.model.UserId;
import io.telamon.model.security.User;
import io.telamon.store.api.Store;
import io.telamon.store.api.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slows down guessing: after {@link #FREE} wrong passwords in a row a user is locked, each further
 * one doubles the time. Stored, so a restart does not help a guesser.
 */
final class Lockout {
    static final int FREE = 5;
    static final Duration FIRST = Duration.ofSeconds(30);
    static final Duration LONGEST = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(Lockout.class);
    private static final int TRIES = 5;
    private static final int MOST_DOUBLINGS = 10;

    private final Store store;
    private final Clock clock;

    Lockout(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    boolean isLocked(User user) {
        return isLocked(user, clock.instant());
    }

    static boolean isLocked(User user, Instant now) {
        return user.lock().until() != null && now.isBefore(user.lock().until());
    }

    /** A wrong password for a user who is not locked. */
    void failed(UserId id) {
        store(id, this::countFailure);
    }

    /** The right password: forget earlier failures. */
    void succeeded(User user) {
        if (user.lock().failures() > 0) {
            store(user.id(), (work, seen) -> save(work, seen, User.Lock.open()));
        }
    }

    private void countFailure(UnitOfWork work, User user) {
        int failures = user.lock().failures() + 1;
        if (failures < FREE) {
            save(work, user, new User.Lock(failures, null));
            return;
        }
        Duration time = FIRST.multipliedBy(1L << Math.min(failures - FREE, MOST_DOUBLINGS));
        Instant until = clock.instant().plus(time.compareTo(LONGEST) < 0 ? time : LONGEST);
        User locked = save(work, user, new User.Lock(failures, until));
        new Facts(work, clock, "security")
                .user(
                        homeOf(user),
                        locked,
                        "UserLocked",
                        Map.of("failures", "" + failures, "until", until.toString()));
        LOG.warn("User {} locked until {} after {} wrong passwords", user.id(), until, failures);
    }

    private static User save(UnitOfWork work, User user, User.Lock lock) {
        return work.identities()
                .save(
                        new User(
                                user.id(),
                                user.name(),
                                user.passwordHash(),
                                user.roles(),
                                lock,
                                user.version()));
    }

    /** The tenant whose journal tells about the user as such. */
    static TenantId homeOf(User user) {
        return user.roles().keySet().stream()
                .min(Comparator.comparing(TenantId::value))
                .orElse(new TenantId(FirstStart.TENANT));
    }

    /** Two failures at once meet in the version; the later one counts again. */
    private void store(UserId id, Change change) {
        for (int tries = 1; ; tries++) {
            try {
                store.write(
                        work -> {
                            work.identities().user(id).ifPresent(user -> change.on(work, user));
                            return null;
                        });
                return;
            } catch (TelamonException failure) {
                if (failure.code() != ErrorCode.STALE || tries == TRIES) {
                    throw failure;
                }
            }
        }
    }

    /** A change of one user in one transaction. */
    private interface Change {
        void on(UnitOfWork work, User user);
    }
}

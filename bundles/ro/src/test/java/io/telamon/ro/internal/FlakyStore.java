/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.store.api.Store;
import io.telamon.store.api.UnitOfWork;
import io.telamon.testkit.memory.InMemoryStore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

/** A store that counts its commits and fails when a test says so. */
public final class FlakyStore implements Store {
    private final InMemoryStore inner = new InMemoryStore();
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger lostAnswers = new AtomicInteger();
    private volatile boolean down;
    private volatile Predicate<UnitOfWork> never = work -> false;

    /** Fails everything until told otherwise. */
    public void down(boolean now) {
        down = now;
    }

    /** Fails the next writes after their work was done, before they are committed. */
    public void refuseWrites(int count) {
        refusals.set(count);
    }

    /** Commits the next writes and fails to say so. */
    public void loseAnswers(int count) {
        lostAnswers.set(count);
    }

    /** Refuses every write after which this would be so, as a unique constraint does. */
    public void never(Predicate<UnitOfWork> state) {
        never = state;
    }

    /** Number of commits so far. */
    public int writes() {
        return writes.get();
    }

    @Override
    public <T> T write(Function<UnitOfWork, T> work) {
        checkUp();
        T result =
                inner.write(
                        unit -> {
                            T done = work.apply(unit);
                            if (take(refusals)) {
                                throw gone();
                            }
                            if (never.test(unit)) {
                                throw new TelamonException(ErrorCode.STALE, "It was changed.");
                            }
                            return done;
                        });
        writes.incrementAndGet();
        if (take(lostAnswers)) {
            throw gone();
        }
        return result;
    }

    @Override
    public <T> T read(Function<UnitOfWork, T> work) {
        checkUp();
        return inner.read(work);
    }

    @Override
    public AutoCloseable onCommit(Runnable listener) {
        return inner.onCommit(listener);
    }

    @Override
    public String describe() {
        return "memory that fails on demand";
    }

    private void checkUp() {
        if (down) {
            throw gone();
        }
    }

    private static boolean take(AtomicInteger left) {
        return left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
    }

    private static TelamonException gone() {
        return new TelamonException(ErrorCode.UNAVAILABLE, "the database is away");
    }
}

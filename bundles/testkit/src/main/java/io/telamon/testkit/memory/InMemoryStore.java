/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.memory;

import io.telamon.store.api.Store;
import io.telamon.store.api.UnitOfWork;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * A store without a disk. Each unit of work changes a private layer over the committed tables: it
 * is laid over them at the end or thrown away. Readers see what is committed at each call (as READ
 * COMMITTED does); writers take turns.
 */
public final class InMemoryStore implements Store {
    private final Tables tables = new Tables();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock writers = new ReentrantLock();
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

    @Override
    public <T> T write(Function<UnitOfWork, T> work) {
        refuseNesting();
        Layers layers = new Layers(tables);
        T result;
        writers.lock();
        try {
            result = run(work, layers);
            layers.commit();
        } finally {
            writers.unlock();
        }
        if (layers.appended()) {
            listeners.forEach(Runnable::run);
        }
        return result;
    }

    @Override
    public <T> T read(Function<UnitOfWork, T> work) {
        refuseNesting();
        return run(work, new Layers(tables));
    }

    @Override
    public AutoCloseable onCommit(Runnable listener) {
        Runnable own = listener::run;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    @Override
    public String describe() {
        return "memory (not durable, for tests)";
    }

    private <T> T run(Function<UnitOfWork, T> work, Layers layers) {
        inside.set(true);
        try {
            return work.apply(new MemoryUnit(layers));
        } finally {
            inside.remove();
        }
    }

    private void refuseNesting() {
        if (inside.get()) {
            throw new IllegalStateException(
                    "A unit of work is open on this thread: use it, do not nest");
        }
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal;

import io.telamon.model.resource.Resource;
import io.telamon.store.api.Resources;
import io.telamon.store.api.Store;
import io.telamon.store.api.UnitOfWork;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A store in which one shared record is gone a moment after it was first read, as when its deletion
 * ends between two reads of one transaction.
 */
public final class LateStore implements Store {
    private final Store inner;
    private final AtomicReference<Resource> gone;

    /** Shows {@code gone} once and then what {@code inner} has. */
    public LateStore(Store inner, Resource gone) {
        this.inner = inner;
        this.gone = new AtomicReference<>(gone);
    }

    @Override
    public <T> T write(Function<UnitOfWork, T> work) {
        return inner.write(unit -> work.apply(late(unit)));
    }

    @Override
    public <T> T read(Function<UnitOfWork, T> work) {
        return inner.read(unit -> work.apply(late(unit)));
    }

    @Override
    public AutoCloseable onCommit(Runnable listener) {
        return inner.onCommit(listener);
    }

    @Override
    public String describe() {
        return inner.describe();
    }

    private UnitOfWork late(UnitOfWork unit) {
        return wrap(UnitOfWork.class, unit, "resources", all -> late((Resources) all));
    }

    private Object late(Resources all) {
        return wrap(Resources.class, all, "shared", this::firstGone);
    }

    private Object firstGone(Object now) {
        Resource first = gone.getAndSet(null);
        return first == null ? now : Optional.of(first);
    }

    /** All calls go to {@code inner}; what {@code method} returns is changed. */
    private static <T> T wrap(Class<T> type, T inner, String method, UnaryOperator<Object> change) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, called, arguments) -> {
                            try {
                                Object result = called.invoke(inner, arguments);
                                return called.getName().equals(method)
                                        ? change.apply(result)
                                        : result;
                            } catch (InvocationTargetException thrown) {
                                throw thrown.getCause();
                            }
                        }));
    }
}

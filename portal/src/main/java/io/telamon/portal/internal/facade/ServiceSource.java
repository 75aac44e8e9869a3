/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.facade;

import java.util.function.Function;

/**
 * Hands out a facade for the length of one call. Facades come and go while the portal runs, so
 * nobody keeps one.
 */
public interface ServiceSource {
    /**
     * Uses a facade.
     *
     * @throws io.telamon.errors.TelamonException UNAVAILABLE while no bundle offers it
     */
    <S, R> R call(Class<S> type, Function<S, R> use);

    /** Tells one provider of a facade from the next; -1 while there is none. */
    long identity(Class<?> type);
}

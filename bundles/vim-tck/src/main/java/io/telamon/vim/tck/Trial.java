/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.tck;

import io.telamon.model.resource.Handle;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.model.resource.ResourceState;
import io.telamon.vim.spi.Observation;
import io.telamon.vim.spi.ResourceOperator;
import java.time.Duration;
import java.util.UUID;

/**
 * One kind of thing with a spec to try.
 *
 * @param operator the plug-in's operator
 * @param spec what to make; all references are resolved
 * @param pause time between two looks at a thing that is changing
 * @param <S> kind of spec
 */
public record Trial<S extends ResourceSpec>(ResourceOperator<S> operator, S spec, Duration pause) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** A token that nobody used. */
    public static RequestToken token() {
        return new RequestToken("tck-" + UUID.randomUUID());
    }

    /** Creates and waits until it is ACTIVE. */
    public Observation active() {
        Handle handle = create(token());
        return until(handle, ResourceState.ACTIVE);
    }

    /** Creates; the handle is known. */
    public Handle create(RequestToken token) {
        return new Handle(operator.create(spec, token).observation().handle());
    }

    /** Observes until the state is this one. */
    public Observation until(Handle handle, ResourceState state) {
        return Await.until(
                PATIENCE,
                pause,
                () -> operator.observe(handle),
                seen -> seen.state() == state,
                spec.kind() + " " + handle + " becomes " + state);
    }

    /** Deletes and waits until it is gone. */
    public void gone(Handle handle) {
        operator.delete(handle);
        until(handle, ResourceState.MISSING);
    }

    @Override
    public String toString() {
        return spec.kind();
    }
}

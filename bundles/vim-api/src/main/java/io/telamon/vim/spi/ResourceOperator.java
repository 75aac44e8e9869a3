/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.spi;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceSpec;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a plug-in can do with one kind of thing. The same verbs for every kind, so that the worker
 * is one short loop. Specs arrive with all references resolved.
 *
 * @param <S> kind of spec
 */
public interface ResourceOperator<S extends ResourceSpec> {
    /** How a thing is found again, and the settle time. */
    Identity identity();

    /**
     * Makes the thing and marks it with the token. Called with the token of an earlier try it
     * answers {@link Created.Present} if the kind can tell.
     */
    Created create(S spec, RequestToken token);

    /** Did the create with this token arrive? Of several the oldest is answered. */
    Optional<Observation> find(RequestToken token);

    /** The thing as it is now; {@link Observation#missing} when the cloud does not know it. */
    Observation observe(Handle handle);

    /** Everything that carries a token of ours, page by page in a constant number of calls. */
    Stream<Observation> list();

    /**
     * Changes in place.
     *
     * @param from as recorded; equal to {@code to} when an interrupted change is taken back, and
     *     the thing must be brought to it wherever it stands
     * @throws io.telamon.errors.TelamonException UNSUPPORTED when it must be replaced
     */
    default Observation update(Handle handle, S from, S to) {
        throw new TelamonException(
                ErrorCode.UNSUPPORTED, "A %s cannot be changed in place", to.kind());
    }

    /**
     * Acts on the thing: start, stop, rebuild. Only declared abilities.
     *
     * @throws io.telamon.errors.TelamonException UNSUPPORTED for an action that was not declared
     */
    default Observation act(Handle handle, String action, Map<String, String> arguments) {
        throw new TelamonException(ErrorCode.UNSUPPORTED, "The action %s is not known", action);
    }

    /**
     * The same when nothing was ever sent with this token: what would be found by it need not be
     * looked for.
     */
    default Created createFirst(S spec, RequestToken token) {
        return create(spec, token);
    }

    /**
     * False for a thing that was there before and was taken instead of a new one: it stays when its
     * record goes, {@code delete} is not called.
     */
    default boolean owns(Handle handle) {
        return true;
    }

    /** Removes the thing; removing what is gone succeeds. May return before it is gone. */
    void delete(Handle handle);

    /**
     * The same, with what was made beside it under its token: a thing that somebody else removed
     * may have left that behind.
     */
    default void delete(Handle handle, RequestToken token) {
        delete(handle);
    }
}

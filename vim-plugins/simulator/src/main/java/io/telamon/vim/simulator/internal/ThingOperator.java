/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.vim.simulator.internal.world.Draft;
import io.telamon.vim.spi.Created;
import io.telamon.vim.spi.Observation;
import io.telamon.vim.spi.ResourceOperator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is the same for all kinds. A subclass says how a spec is drafted and what else can be done.
 *
 * @param <S> kind of spec
 */
abstract class ThingOperator<S extends ResourceSpec> implements ResourceOperator<S> {
    private final String kind;
    private final Identity identity;
    private final WorldCalls calls;

    ThingOperator(String kind, Identity identity, WorldCalls calls) {
        this.kind = kind;
        this.identity = identity;
        this.calls = calls;
    }

    /** The cloud's form of the spec. */
    abstract Draft draft(S spec);

    final WorldCalls calls() {
        return calls;
    }

    final String kind() {
        return kind;
    }

    @Override
    public final Identity identity() {
        return identity;
    }

    @Override
    public final Created create(S spec, RequestToken token) {
        return calls.create(kind, token, draft(spec));
    }

    @Override
    public final Optional<Observation> find(RequestToken token) {
        return calls.find(kind, token);
    }

    @Override
    public final Observation observe(Handle handle) {
        return calls.observe(kind, handle);
    }

    @Override
    public final Stream<Observation> list() {
        return calls.list(kind);
    }

    @Override
    public final void delete(Handle handle) {
        calls.delete(kind, handle);
    }
}

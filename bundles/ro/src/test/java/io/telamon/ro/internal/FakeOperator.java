/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal;

import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.vim.spi.Created;
import io.telamon.vim.spi.Observation;
import io.telamon.vim.spi.ResourceOperator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One kind of thing on the fake cloud; does not notice a repeated token, as real clouds do. */
record FakeOperator<S extends ResourceSpec>(
        FakeCloud cloud, String endpoint, Class<S> kind, Identity identity)
        implements ResourceOperator<S> {
    @Override
    public Created createFirst(S spec, RequestToken token) {
        cloud.firsts().add(spec.name());
        return create(spec, token);
    }

    @Override
    public Created create(S spec, RequestToken token) {
        return new Created.Accepted(cloud.create(endpoint, spec, token.value()));
    }

    @Override
    public Optional<Observation> find(RequestToken token) {
        return cloud.find(endpoint, token.value());
    }

    @Override
    public Observation observe(Handle handle) {
        return cloud.observe(handle.value());
    }

    @Override
    public Stream<Observation> list() {
        return cloud.list(endpoint, kind).stream();
    }

    @Override
    public Observation update(Handle handle, S from, S to) {
        return cloud.update(handle.value(), to);
    }

    @Override
    public Observation act(Handle handle, String action, Map<String, String> arguments) {
        return cloud.observe(handle.value());
    }

    @Override
    public boolean owns(Handle handle) {
        return !cloud.foreign().contains(handle.value());
    }

    @Override
    public void delete(Handle handle) {
        cloud.delete(handle.value());
    }
}

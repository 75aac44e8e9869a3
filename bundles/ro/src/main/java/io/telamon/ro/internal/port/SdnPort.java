/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.port;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.account.CheckStep;
import io.telamon.model.instance.Inventory;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.sdn.spi.ChainObservation;
import io.telamon.sdn.spi.SdnSession;
import io.telamon.vim.spi.Observation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** An SDN session behind the common port; it makes chains only. */
final class SdnPort implements Port {
    private final SdnSession session;

    SdnPort(SdnSession session) {
        this.session = session;
    }

    @Override
    public Identity identity(ResourceSpec spec) {
        return session.identity();
    }

    @Override
    public Observation create(ResourceSpec spec, RequestToken token) {
        return seen(session.create(chain(spec), token));
    }

    @Override
    public Optional<Observation> find(ResourceSpec spec, RequestToken token) {
        return session.find(token).map(SdnPort::seen);
    }

    @Override
    public Observation observe(ResourceSpec spec, Handle handle) {
        return seen(session.observe(handle));
    }

    @Override
    public Observation update(Handle handle, ResourceSpec from, ResourceSpec to) {
        return seen(session.update(handle, chain(to)));
    }

    @Override
    public Observation act(
            ResourceSpec spec, Handle handle, String action, Map<String, String> arguments) {
        throw new TelamonException(ErrorCode.UNSUPPORTED, "A chain has no action %s", action);
    }

    @Override
    public void delete(ResourceSpec spec, Handle handle) {
        session.delete(handle);
    }

    @Override
    public List<Observation> list(Class<? extends ResourceSpec> kind) {
        return kind == ChainSpec.class ? session.list().map(SdnPort::seen).toList() : List.of();
    }

    @Override
    public List<Class<? extends ResourceSpec>> kinds() {
        return List.of(ChainSpec.class);
    }

    @Override
    public Optional<String> probe() {
        return session.probe();
    }

    @Override
    public void check(Consumer<CheckStep> seen) {
        session.check(seen);
    }

    @Override
    public Optional<Inventory> inventory() {
        return Optional.empty();
    }

    @Override
    public void close() {
        session.close();
    }

    private static ChainSpec chain(ResourceSpec spec) {
        if (spec instanceof ChainSpec chain) {
            return chain;
        }
        throw new TelamonException(
                ErrorCode.UNSUPPORTED, "An SDN controller cannot make a %s", spec.kind());
    }

    private static Observation seen(ChainObservation chain) {
        return new Observation(
                chain.handle(),
                chain.token(),
                chain.state(),
                chain.attributes(),
                chain.attributes().getOrDefault("fault", ""),
                Duration.ZERO);
    }
}

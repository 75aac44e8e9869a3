/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.port;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.account.CheckStep;
import io.telamon.model.instance.Inventory;
import io.telamon.model.resource.BlockVolumeSpec;
import io.telamon.model.resource.FlavorSpec;
import io.telamon.model.resource.FloatingAddressSpec;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.ImageSpec;
import io.telamon.model.resource.NetworkSpec;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.model.resource.RouterSpec;
import io.telamon.model.resource.SecurityGroupSpec;
import io.telamon.model.resource.ServerGroupSpec;
import io.telamon.model.resource.ServerSpec;
import io.telamon.model.resource.StackSpec;
import io.telamon.vim.spi.Health;
import io.telamon.vim.spi.Observation;
import io.telamon.vim.spi.ResourceOperator;
import io.telamon.vim.spi.VimSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A VIM session behind the common port. */
final class VimPort implements Port {
    private static final List<Class<? extends ResourceSpec>> KINDS =
            List.of(
                    FloatingAddressSpec.class,
                    RouterSpec.class,
                    ServerSpec.class,
                    StackSpec.class,
                    BlockVolumeSpec.class,
                    ServerGroupSpec.class,
                    NetworkSpec.class,
                    SecurityGroupSpec.class,
                    FlavorSpec.class,
                    ImageSpec.class);

    private final VimSession session;

    VimPort(VimSession session) {
        this.session = session;
    }

    @Override
    public Identity identity(ResourceSpec spec) {
        return operator(spec).identity();
    }

    @Override
    public Observation create(ResourceSpec spec, RequestToken token) {
        return operator(spec).create(spec, token).observation();
    }

    @Override
    public Observation createFirst(ResourceSpec spec, RequestToken token) {
        return operator(spec).createFirst(spec, token).observation();
    }

    @Override
    public Optional<Observation> find(ResourceSpec spec, RequestToken token) {
        return operator(spec).find(token);
    }

    @Override
    public Observation observe(ResourceSpec spec, Handle handle) {
        return operator(spec).observe(handle);
    }

    @Override
    public Observation update(Handle handle, ResourceSpec from, ResourceSpec to) {
        return operator(to).update(handle, from, to);
    }

    @Override
    public Observation act(
            ResourceSpec spec, Handle handle, String action, Map<String, String> arguments) {
        return operator(spec).act(handle, action, arguments);
    }

    @Override
    public boolean owns(ResourceSpec spec, Handle handle) {
        return operator(spec).owns(handle);
    }

    @Override
    public void delete(ResourceSpec spec, Handle handle) {
        operator(spec).delete(handle);
    }

    @Override
    public void delete(Resource thing, Handle handle) {
        operator(thing.spec()).delete(handle, thing.token());
    }

    @Override
    public List<Observation> list(Class<? extends ResourceSpec> kind) {
        return session.operator(kind).map(found -> found.list().toList()).orElse(List.of());
    }

    @Override
    public List<Class<? extends ResourceSpec>> kinds() {
        return KINDS;
    }

    @Override
    public Optional<String> probe() {
        Health health = session.probe();
        return health.ok() ? Optional.empty() : Optional.of(health.reason());
    }

    @Override
    public void check(Consumer<CheckStep> seen) {
        session.check(seen);
    }

    @Override
    public Optional<Inventory> inventory() {
        return Optional.of(session.inventory());
    }

    @Override
    public void close() {
        session.close();
    }

    // The operator asked for by the class of a spec takes exactly that class.
    @SuppressWarnings("unchecked")
    private ResourceOperator<ResourceSpec> operator(ResourceSpec spec) {
        return (ResourceOperator<ResourceSpec>)
                session.operator(spec.getClass())
                        .orElseThrow(
                                () ->
                                        new TelamonException(
                                                ErrorCode.UNSUPPORTED,
                                                "This VIM cannot make a %s",
                                                spec.kind()));
    }
}

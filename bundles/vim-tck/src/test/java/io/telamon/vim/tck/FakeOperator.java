/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.tck;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.vim.spi.Created;
import io.telamon.vim.spi.Observation;
import io.telamon.vim.spi.ResourceOperator;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Keeps things of one kind in memory, well or with a defect. */
final class FakeOperator<S extends ResourceSpec> implements ResourceOperator<S> {
    private final Map<String, Observation> things;
    private final Defect defect;
    private final Runnable gate;

    FakeOperator(Map<String, Observation> things, Defect defect, Runnable gate) {
        this.things = things;
        this.defect = defect;
        this.gate = gate;
    }

    static Map<String, Observation> shelf() {
        return new ConcurrentHashMap<>();
    }

    @Override
    public Identity identity() {
        return new Identity(Identity.Kind.TAG, Duration.ZERO);
    }

    @Override
    public synchronized Created create(S spec, RequestToken token) {
        gate.run();
        Optional<Observation> there = defect == Defect.DOUBLES ? Optional.empty() : find(token);
        if (there.isPresent()) {
            return new Created.Present(there.get());
        }
        String tag = defect == Defect.FORGETS_TOKENS ? "" : token.value();
        String handle = UUID.randomUUID().toString();
        Observation made = Observation.active(handle, tag, Map.of());
        things.put(handle, made);
        return new Created.Accepted(made);
    }

    @Override
    public Optional<Observation> find(RequestToken token) {
        return things.values().stream()
                .filter(thing -> thing.token().equals(token.value()))
                .findFirst();
    }

    @Override
    public Observation observe(Handle handle) {
        Observation seen = things.get(handle.value());
        if (seen == null && defect == Defect.INSISTS) {
            throw new TelamonException(ErrorCode.VIM_NOT_FOUND, "No %s", handle);
        }
        return seen == null ? Observation.missing(handle.value()) : seen;
    }

    @Override
    public Stream<Observation> list() {
        return things.values().stream();
    }

    @Override
    public Observation act(Handle handle, String action, Map<String, String> arguments) {
        if (defect == Defect.HIDES_ABILITY && "stop".equals(action)) {
            return observe(handle);
        }
        if (defect == Defect.HIDES_ABILITY && "start".equals(action)) {
            return observe(handle);
        }
        if (defect == Defect.RAW_EXCEPTIONS) {
            throw new IllegalStateException("404 Not Found");
        }
        throw new TelamonException(ErrorCode.UNSUPPORTED, "No action %s", action);
    }

    @Override
    public void delete(Handle handle) {
        boolean there = things.remove(handle.value()) != null;
        if (!there && defect == Defect.DELETES_ONCE) {
            throw new TelamonException(ErrorCode.VIM_NOT_FOUND, "No %s", handle);
        }
    }
}

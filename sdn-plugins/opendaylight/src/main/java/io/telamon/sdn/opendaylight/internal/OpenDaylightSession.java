/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import io.telamon.errors.TelamonException;
import io.telamon.model.account.CheckStep;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.RequestToken;
import io.telamon.sdn.spi.ChainObservation;
import io.telamon.sdn.spi.SdnConnection;
import io.telamon.sdn.spi.SdnSession;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One controller: its API in the words of the SPI. */
final class OpenDaylightSession implements SdnSession {
    private final SdnConnection connection;
    private final AccountSettings settings;
    private final Restconf restconf;
    private final Chains chains;

    OpenDaylightSession(SdnConnection connection, AccountSettings settings) {
        this.connection = connection;
        this.settings = settings;
        this.restconf = new Restconf(connection, settings);
        this.chains = new Chains(restconf, settings, Clock.systemUTC());
    }

    @Override
    public Optional<String> probe() {
        try {
            restconf.get("Probe", FabricReader.SWITCHES);
            return Optional.empty();
        } catch (TelamonException e) {
            return Optional.of(e.getMessage());
        }
    }

    @Override
    public void check(Consumer<CheckStep> seen) {
        new ConnectionCheck(restconf, settings, seen).run();
    }

    @Override
    public Identity identity() {
        return new Identity(Identity.Kind.TAG, settings.settle());
    }

    @Override
    public ChainObservation create(ChainSpec chain, RequestToken token) {
        return chains.create(chain, token.value());
    }

    @Override
    public Optional<ChainObservation> find(RequestToken token) {
        return chains.find(token.value());
    }

    @Override
    public ChainObservation observe(Handle handle) {
        return chains.observe(handle.value());
    }

    @Override
    public Stream<ChainObservation> list() {
        return chains.list().stream();
    }

    @Override
    public ChainObservation update(Handle handle, ChainSpec to) {
        return chains.update(handle.value(), to);
    }

    @Override
    public void delete(Handle handle) {
        chains.delete(handle.value());
    }

    @Override
    public void close() {
        restconf.close();
    }

    @Override
    public String toString() {
        return "OpenDaylightSession[" + connection + "]";
    }
}

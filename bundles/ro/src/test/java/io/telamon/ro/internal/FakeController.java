/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.account.SettingField;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceState;
import io.telamon.sdn.spi.ChainObservation;
import io.telamon.sdn.spi.SdnConnection;
import io.telamon.sdn.spi.SdnDriver;
import io.telamon.sdn.spi.SdnSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A controller on the fake cloud that makes no chains; it keeps what it was opened with. */
public final class FakeController implements SdnDriver {
    /** Type of the accounts. */
    public static final String TYPE = "fake-chains";

    private final List<SdnConnection> opened = new CopyOnWriteArrayList<>();
    private final List<SdnConnection> closed = new CopyOnWriteArrayList<>();
    private volatile String down = "";

    /** Connections of all sessions so far. */
    public List<SdnConnection> opened() {
        return List.copyOf(opened);
    }

    /** Connections of the sessions that were closed. */
    public List<SdnConnection> closed() {
        return List.copyOf(closed);
    }

    /** Why probes fail; empty when they do not. */
    public void down(String why) {
        down = why;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<SettingField> settings() {
        return List.of(new SettingField("colour", "Colour", "How it looks.", "red", false));
    }

    @Override
    public Optional<String> vimType() {
        return Optional.of(FakeCloud.TYPE);
    }

    @Override
    public SdnSession open(SdnConnection connection) {
        opened.add(connection);
        return new Session(connection);
    }

    /** A session that answers probes only. */
    private final class Session implements SdnSession {
        private final SdnConnection connection;

        private Session(SdnConnection connection) {
            this.connection = connection;
        }

        @Override
        public Optional<String> probe() {
            return down.isEmpty() ? Optional.empty() : Optional.of(down);
        }

        @Override
        public Identity identity() {
            return new Identity(Identity.Kind.TAG, Duration.ZERO);
        }

        @Override
        public ChainObservation create(ChainSpec chain, RequestToken token) {
            throw new TelamonException(ErrorCode.VIM_REJECTED, "No chains here");
        }

        @Override
        public Optional<ChainObservation> find(RequestToken token) {
            return Optional.empty();
        }

        @Override
        public ChainObservation observe(Handle handle) {
            return new ChainObservation(handle.value(), "", ResourceState.MISSING, Map.of());
        }

        @Override
        public Stream<ChainObservation> list() {
            return Stream.empty();
        }

        @Override
        public ChainObservation update(Handle handle, ChainSpec to) {
            throw new TelamonException(ErrorCode.VIM_REJECTED, "No chains here");
        }

        @Override
        public void delete(Handle handle) {
            // nothing is there
        }

        @Override
        public void close() {
            closed.add(connection);
        }
    }
}

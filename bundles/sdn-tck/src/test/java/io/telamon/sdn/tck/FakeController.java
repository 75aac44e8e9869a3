/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.tck;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.SdnAccountId;
import io.telamon.model.account.CheckStep;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A controller in memory with one chosen defect; plug-in and thing under test at once. */
final class FakeController implements SdnUnderTest, SdnDriver {
    /** What plug-ins get wrong. */
    enum Defect {
        /** Nothing. */
        NONE,
        /** A repeated create makes a second chain. */
        DOUBLES,
        /** Hops are sent in another order. */
        SHUFFLES,
        /** An update is dropped. */
        IGNORES_UPDATES,
        /** Deleting what is gone fails. */
        DELETES_ONCE,
        /** A thread outlives its session. */
        LEAKS_THREAD,
        /** A closed session goes on working. */
        NEVER_CLOSES,
        /** A connection test says nothing. */
        CHECKS_NOTHING,
        /** A chain without hops is taken. */
        TAKES_ANYTHING
    }

    private final Defect defect;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Map<String, ChainSpec> chains =
            Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<String, String> tokens = Collections.synchronizedMap(new LinkedHashMap<>());

    FakeController(Defect defect) {
        this.defect = defect;
    }

    @Override
    public SdnDriver driver() {
        return this;
    }

    @Override
    public SdnConnection connection() {
        return new SdnConnection(
                new SdnAccountId("fake"),
                "memory",
                Map.of(),
                "hush-hush-99",
                Duration.ofSeconds(1));
    }

    @Override
    public Optional<SdnConnection> wrongCredentials() {
        return Optional.empty();
    }

    @Override
    public Optional<SdnConnection> connectionTo(int port) {
        return Optional.empty();
    }

    @Override
    public List<String> ports() {
        return List.of("a", "b", "c", "d");
    }

    @Override
    public List<String> peekPath(Handle handle) {
        List<String> path = new ArrayList<>();
        chains.get(handle.value()).hops().forEach(hop -> path.add(hop.ingress().text()));
        if (defect == Defect.SHUFFLES) {
            Collections.reverse(path);
        }
        return path;
    }

    @Override
    public List<String> peekClassifiers(Handle handle) {
        return chains.get(handle.value()).classifiers().stream()
                .map(ChainSpec.Classifier::name)
                .toList();
    }

    @Override
    public int peekCount() {
        return chains.size();
    }

    @Override
    public Optional<Saboteur> saboteur() {
        return Optional.empty();
    }

    @Override
    public String type() {
        return "fake";
    }

    @Override
    public List<SettingField> settings() {
        return List.of();
    }

    @Override
    public SdnSession open(SdnConnection connection) {
        if (defect == Defect.LEAKS_THREAD) {
            new Thread(this::linger, "poller").start();
        }
        return new Session();
    }

    private void linger() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.countDown();
    }

    /** A session on the fake. */
    private final class Session implements SdnSession {
        private volatile boolean closed;

        @Override
        public Optional<String> probe() {
            return Optional.empty();
        }

        @Override
        public void check(Consumer<CheckStep> seen) {
            if (defect != Defect.CHECKS_NOTHING) {
                SdnSession.super.check(seen);
            }
        }

        @Override
        public Identity identity() {
            return new Identity(Identity.Kind.TAG, Duration.ZERO);
        }

        @Override
        public ChainObservation create(ChainSpec chain, RequestToken token) {
            if (closed && defect != Defect.NEVER_CLOSES) {
                throw new TelamonException(ErrorCode.VIM_UNAVAILABLE, "The session is closed");
            }
            if (chain.hops().isEmpty() && defect != Defect.TAKES_ANYTHING) {
                throw new TelamonException(ErrorCode.VIM_REJECTED, "No hop");
            }
            Optional<ChainObservation> there =
                    defect == Defect.DOUBLES ? Optional.empty() : find(token);
            return there.orElseGet(() -> make(chain, token));
        }

        private ChainObservation make(ChainSpec chain, RequestToken token) {
            String handle = UUID.randomUUID().toString();
            tokens.put(handle, token.value());
            chains.put(handle, chain);
            return observe(new Handle(handle));
        }

        @Override
        public Optional<ChainObservation> find(RequestToken token) {
            return list().filter(chain -> chain.token().equals(token.value())).findFirst();
        }

        @Override
        public ChainObservation observe(Handle handle) {
            boolean there = chains.containsKey(handle.value());
            return new ChainObservation(
                    handle.value(),
                    there ? tokens.get(handle.value()) : "",
                    there ? ResourceState.ACTIVE : ResourceState.MISSING,
                    Map.of());
        }

        @Override
        public Stream<ChainObservation> list() {
            return List.copyOf(chains.keySet()).stream().map(id -> observe(new Handle(id)));
        }

        @Override
        public ChainObservation update(Handle handle, ChainSpec to) {
            if (defect != Defect.IGNORES_UPDATES) {
                chains.put(handle.value(), to);
            }
            return observe(handle);
        }

        @Override
        public void delete(Handle handle) {
            boolean there = chains.remove(handle.value()) != null;
            if (!there && defect == Defect.DELETES_ONCE) {
                throw new TelamonException(ErrorCode.VIM_NOT_FOUND, "No %s", handle);
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}

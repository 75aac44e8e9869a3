/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.tck;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.VimAccountId;
import io.telamon.model.account.SettingField;
import io.telamon.model.instance.Inventory;
import io.telamon.model.instance.Quota;
import io.telamon.model.resource.FlavorSpec;
import io.telamon.model.resource.ImageSpec;
import io.telamon.model.resource.NetworkSpec;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.model.resource.ServerSpec;
import io.telamon.vim.spi.Health;
import io.telamon.vim.spi.Observation;
import io.telamon.vim.spi.ResourceOperator;
import io.telamon.vim.spi.VimConnection;
import io.telamon.vim.spi.VimDriver;
import io.telamon.vim.spi.VimSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** A plug-in in memory with one chosen defect, and itself the cloud under test. */
final class FakeVim implements VimUnderTest, VimDriver {
    private static final String SECRET = "hush-hush-99";

    private final Defect defect;
    private final CountDownLatch end = new CountDownLatch(1);
    private final ConcurrentLinkedQueue<ServerSocketChannel> sockets =
            new ConcurrentLinkedQueue<>();
    private final Map<Class<?>, Map<String, Observation>> shelves =
            Map.of(
                    FlavorSpec.class, FakeOperator.shelf(),
                    NetworkSpec.class, FakeOperator.shelf(),
                    ServerSpec.class, FakeOperator.shelf());

    FakeVim(Defect defect) {
        this.defect = defect;
    }

    @Override
    public VimDriver driver() {
        return this;
    }

    @Override
    public VimConnection connection() {
        return new VimConnection(
                new VimAccountId("fake"),
                "memory",
                Map.of(),
                SECRET,
                Duration.ofSeconds(1),
                artifact -> {
                    throw new IOException("no artifacts");
                });
    }

    @Override
    public Optional<VimConnection> wrongCredentials() {
        return Optional.empty();
    }

    @Override
    public Optional<VimConnection> connectionTo(int port) {
        return Optional.empty();
    }

    @Override
    public String bootImage() {
        return "any";
    }

    @Override
    public Optional<ImageSpec> uploadableImage() {
        return Optional.empty();
    }

    @Override
    public Optional<Saboteur> saboteur() {
        return Optional.empty();
    }

    @Override
    public int peek(String kind) {
        int real =
                shelves.entrySet().stream()
                        .filter(
                                shelf ->
                                        shelf.getKey()
                                                .getSimpleName()
                                                .toLowerCase(Locale.ROOT)
                                                .startsWith(kind))
                        .mapToInt(shelf -> shelf.getValue().size())
                        .sum();
        return defect == Defect.MISCOUNTS ? 2 * real : real;
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
    public VimSession open(VimConnection connection) {
        if (defect == Defect.LEAKS_THREAD) {
            new Thread(this::linger, "poller").start();
        }
        if (defect == Defect.LEAKS_SOCKET) {
            try {
                sockets.add(ServerSocketChannel.open());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
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
        for (ServerSocketChannel socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A session on the fake. */
    private final class Session implements VimSession {
        private volatile boolean closed;

        private void gate() {
            if (closed && defect != Defect.NEVER_CLOSES) {
                throw new TelamonException(ErrorCode.VIM_UNAVAILABLE, "The session is closed");
            }
        }

        @Override
        public Health probe() {
            return new Health(!closed, closed ? "closed" : "", Duration.ZERO);
        }

        @Override
        public Set<String> abilities() {
            return Set.of();
        }

        @Override
        public <S extends ResourceSpec> Optional<ResourceOperator<S>> operator(Class<S> kind) {
            return Optional.ofNullable(shelves.get(kind))
                    .map(shelf -> new FakeOperator<S>(shelf, defect, this::gate));
        }

        @Override
        public Inventory inventory() {
            long servers = shelves.get(ServerSpec.class).size();
            return new Inventory(
                    Instant.EPOCH,
                    Set.of(),
                    Map.of("*", "*"),
                    Map.of(),
                    Set.of("z"),
                    Quota.unlimited(),
                    new Quota(servers, servers, 0, 0));
        }

        @Override
        public void close() {
            closed = true;
        }

        @Override
        public String toString() {
            return defect == Defect.TELLS_SECRET ? "Session[" + SECRET + "]" : "Session";
        }
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.Handle;
import io.telamon.sdn.spi.SdnSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A plug-in shares its session and leaves nothing behind. */
public interface SdnHygieneContract extends SdnContract {
    /** A lane has several permits. */
    @Test
    default void manyThreadsShareOneSession() throws Exception {
        int parallel = sdn().parallel();
        ExecutorService threads = Executors.newFixedThreadPool(parallel);
        try {
            List<Callable<String>> creates = new ArrayList<>();
            for (int i = 0; i < parallel; i++) {
                ChainSpec chain = chain(i);
                creates.add(() -> session().create(chain, SdnContract.token()).handle());
            }
            Set<String> handles = new HashSet<>();
            for (Future<String> one : threads.invokeAll(creates)) {
                handles.add(one.get());
            }

            assertThat(handles).hasSize(parallel);
            assertThat(sdn().peekCount()).isEqualTo(parallel);
        } finally {
            threads.shutdownNow();
        }
    }

    /** No thread and no socket stays. */
    @Test
    default void closeLeavesNothingBehind() throws IOException {
        useAndClose(0);
        Set<Thread> threads = Thread.getAllStackTraces().keySet();
        int sockets = sockets();

        for (int i = 1; i <= 10; i++) {
            useAndClose(i);
        }

        for (int i = 0; i < 500 && sockets() > sockets; i++) {
            LockSupport.parkNanos(10_000_000);
        }
        List<Thread> more = new ArrayList<>(Thread.getAllStackTraces().keySet());
        more.removeAll(threads);
        more.removeIf(thread -> !thread.isAlive() || thread.getName().startsWith("process reaper"));
        assertThat(more).isEmpty();
        assertThat(sockets()).isLessThanOrEqualTo(sockets);
    }

    private void useAndClose(int number) {
        try (SdnSession own = sdn().driver().open(sdn().connection())) {
            own.probe();
            String made = own.create(chain(number), SdnContract.token()).handle();
            own.delete(new Handle(made));
        }
    }

    private static int sockets() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return 0;
        }
        int count = 0;
        try (Stream<Path> all = Files.list(descriptors)) {
            for (Path one : all.toList()) {
                if (Files.isSymbolicLink(one)
                        && Files.readSymbolicLink(one).toString().startsWith("socket:")) {
                    count++;
                }
            }
        }
        return count;
    }

    /** Whoever kept it learns that it is over. */
    @Test
    default void aClosedSessionRefuses() {
        SdnSession own = sdn().driver().open(sdn().connection());
        own.close();
        own.close();

        Throwable error = catchThrowable(() -> own.create(chain(), SdnContract.token()));

        assertThat(error).isInstanceOf(TelamonException.class);
        assertThat(((TelamonException) error).code()).isEqualTo(ErrorCode.VIM_UNAVAILABLE);
    }
}

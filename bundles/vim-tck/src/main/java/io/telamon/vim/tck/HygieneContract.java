/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.NetworkSpec;
import io.telamon.vim.spi.VimSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A plug-in is one of many guests: it shares, ends when told to, and leaves nothing behind. */
public interface HygieneContract extends VimContract {
    /** Threads that work at once in these tests. */
    int PARALLEL = 8;

    /** Patience with threads and sockets that are on their way out. */
    Duration PATIENCE = Duration.ofSeconds(5);

    /** A lane has several permits. */
    @Test
    default void eightThreadsShareOneSession() throws Exception {
        Stage stage = stage();

        Set<String> handles = parallel(() -> stage.network("shared").active().handle());

        assertThat(handles).hasSize(PARALLEL);
    }

    /** There are many accounts. */
    @Test
    default void eightSessionsWorkAtOnce() throws Exception {
        Set<String> handles =
                parallel(
                        () -> {
                            try (VimSession own = vim().driver().open(vim().connection())) {
                                return new Stage(vim(), own).network("own").active().handle();
                            }
                        });

        assertThat(handles).hasSize(PARALLEL);
    }

    private static Set<String> parallel(Callable<String> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(PARALLEL);
        try {
            List<Callable<String>> all = new ArrayList<>();
            for (int i = 0; i < PARALLEL; i++) {
                all.add(work);
            }
            Set<String> results = new HashSet<>();
            for (Future<String> one : threads.invokeAll(all)) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** A bundle that stops does not wait for a cloud. */
    @Test
    default void anInterruptEndsACallWithinTwoSeconds() throws Exception {
        assumeTrue(vim().saboteur().isPresent(), "this cloud cannot be made to hang");
        vim().saboteur().orElseThrow().nextCreate("network", Saboteur.Fault.HANG);
        Trial<NetworkSpec> trial = stage().network("hang");
        AtomicReference<Throwable> outcome = new AtomicReference<>();
        Thread caller =
                new Thread(() -> outcome.set(catchThrowable(() -> trial.create(Trial.token()))));
        caller.start();
        Await.until(PATIENCE, () -> caller, Residue::blocked, "the call waits for an answer");

        caller.interrupt();
        caller.join(2_000);

        assertThat(caller.isAlive()).isFalse();
        assertThat(outcome.get()).isInstanceOf(TelamonException.class);
    }

    /** No thread stays. */
    @Test
    default void closeLeavesNoThread() {
        Set<Thread> before = Residue.threads();

        useAndClose();

        Await.until(
                PATIENCE,
                () -> Residue.threadsBeyond(before),
                Set::isEmpty,
                "threads of the session are gone");
    }

    /** No socket stays. */
    @Test
    default void closeLeavesNoSocket() {
        assumeTrue(Residue.canCountSockets(), "sockets are counted in /proc only");
        useAndClose();
        int before = Residue.sockets();

        for (int i = 0; i < 10; i++) {
            useAndClose();
        }

        Await.until(
                PATIENCE, Residue::sockets, now -> now <= before, "sockets are back at " + before);
    }

    private void useAndClose() {
        try (VimSession own = vim().driver().open(vim().connection())) {
            own.probe();
            new Stage(vim(), own).network("brief").active();
            own.inventory();
        }
    }

    /** Whoever kept it learns that it is over. */
    @Test
    default void aClosedSessionRefusesAndClosesTwice() {
        VimSession own = vim().driver().open(vim().connection());
        Stage stage = new Stage(vim(), own);
        Trial<NetworkSpec> trial = stage.network("late");
        own.close();
        own.close();

        Throwable error = catchThrowable(() -> trial.create(Trial.token()));

        Expect.code(error, ErrorCode.VIM_UNAVAILABLE);
        assertThat(own.probe().ok()).isFalse();
    }

    /** Container threads carry any class loader, or none. */
    @Test
    default void theCallersClassLoaderDoesNotMatter() {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        thread.setContextClassLoader(null);
        try {
            assertThat(stage().network("loader").active().handle()).isNotBlank();
            assertThat(thread.getContextClassLoader()).isNull();
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    /** The registry matches the driver by its type. */
    @Test
    default void theDriverNamesItsTypeAndSettings() {
        assertThat(vim().driver().type()).matches("[a-z][a-z0-9-]*");
        assertThat(vim().driver().settings())
                .allSatisfy(field -> assertThat(field.name()).matches("[a-z][a-zA-Z0-9.-]*"));
    }
}

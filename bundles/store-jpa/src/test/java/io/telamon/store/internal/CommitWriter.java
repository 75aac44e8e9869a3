/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal;

import com.zaxxer.hikari.HikariDataSource;
import io.telamon.model.TenantId;
import io.telamon.model.instance.NsInstance;
import io.telamon.testkit.Samples;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** The process that dies: commits from several threads and prints what was acknowledged. */
public final class CommitWriter {
    private static final int THREADS = 4;

    private CommitWriter() {}

    /** Writes into the database in the folder of the first argument until killed. */
    public static void main(String[] folder) {
        HikariDataSource pool = H2Files.open(Path.of(folder[0]));
        JpaStore store = new JpaStore(pool, Clock.systemUTC());
        TenantId tenant = Samples.tenant();
        PrintStream acknowledged = System.out;
        IntStream.range(0, THREADS)
                .mapToObj(index -> new Thread(() -> write(store, tenant, acknowledged)))
                .forEach(Thread::start);
    }

    private static void write(JpaStore store, TenantId tenant, PrintStream acknowledged) {
        while (!Thread.currentThread().isInterrupted()) {
            NsInstance instance = Samples.instance(tenant, UUID.randomUUID().toString());
            store.write(
                    unit -> {
                        unit.instances().add(instance);
                        unit.journal().append(List.of(Samples.event(tenant, instance.id(), 1)));
                        return null;
                    });
            synchronized (acknowledged) {
                acknowledged.println("ack " + instance.id().value());
                acknowledged.flush();
            }
        }
    }
}

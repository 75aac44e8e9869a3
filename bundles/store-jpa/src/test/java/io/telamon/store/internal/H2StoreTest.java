/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal;

import com.zaxxer.hikari.HikariDataSource;
import io.telamon.store.api.Store;
import io.telamon.testkit.store.StoreContract;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The store keeps its contract on an H2 file. */
class H2StoreTest implements StoreContract {
    private static HikariDataSource pool;
    private static JpaStore store;

    @BeforeAll
    static void open(@TempDir Path folder) {
        pool = H2Files.open(folder);
        store = new JpaStore(pool, Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        store.close();
        pool.close();
    }

    @Override
    public Store store() {
        return store;
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.store.api.Store;
import io.telamon.testkit.store.StoreContract;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The store keeps its contract on a real PostgreSQL. Skipped when Debian's package is missing. */
@Tag("it")
class PostgresStoreIT implements StoreContract {
    private static PostgresServer server;
    private static HikariDataSource pool;
    private static JpaStore store;

    @BeforeAll
    static void open() throws Exception {
        assumeTrue(
                PostgresServer.binaries().isPresent(),
                "SKIPPED: no PostgreSQL under /usr/lib/postgresql; apt-get install postgresql");
        server = PostgresServer.start();
        pool = server.pool();
        store = new JpaStore(pool, Clock.systemUTC());
    }

    @AfterAll
    static void close() throws Exception {
        if (server != null) {
            store.close();
            pool.close();
            server.close();
        }
    }

    @Override
    public Store store() {
        return store;
    }

    @Test
    void describesServerAndSetting() {
        assertThat(store.describe()).startsWith("PostgreSQL").endsWith("synchronous_commit=on");
    }

    @Test
    void settingThatLosesCommitsIsRefused() throws Exception {
        try (PostgresServer lax = PostgresServer.start("synchronous_commit=off");
                HikariDataSource laxPool = lax.pool()) {
            assertThatThrownBy(() -> new JpaStore(laxPool, Clock.systemUTC()))
                    .isInstanceOf(TelamonException.class)
                    .hasMessageContaining("synchronous_commit=off");
        }
    }

    @Test
    void lostServerIsUnavailable() throws Exception {
        try (PostgresServer dying = PostgresServer.start();
                HikariDataSource dyingPool = dying.pool();
                JpaStore dyingStore = new JpaStore(dyingPool, Clock.systemUTC())) {
            assertThatThrownBy(
                            () ->
                                    dyingStore.write(
                                            unit -> {
                                                unit.journal().last();
                                                dying.kill();
                                                return unit.journal().position(1);
                                            }))
                    .satisfies(PostgresStoreIT::isUnavailable);
            assertThatThrownBy(() -> dyingStore.read(unit -> unit.journal().last()))
                    .satisfies(PostgresStoreIT::isUnavailable);
        }
    }

    private static void isUnavailable(Throwable error) {
        assertThat(error).isInstanceOf(TelamonException.class);
        assertThat(((TelamonException) error).code()).isEqualTo(ErrorCode.UNAVAILABLE);
    }
}

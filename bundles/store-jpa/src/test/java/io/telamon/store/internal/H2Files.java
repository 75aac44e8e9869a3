/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;

/** Data sources on H2 files, set as the container sets them. */
final class H2Files {
    private static final String OPTIONS =
            ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=100;LOCK_TIMEOUT=10000"
                    + ";RETENTION_TIME=0";

    private H2Files() {}

    /** A pool on the database in this folder, with the options of the shipped configuration. */
    static HikariDataSource open(Path folder) {
        return open("jdbc:h2:file:" + folder.resolve("telamon") + OPTIONS);
    }

    /** A pool on this address. */
    static HikariDataSource open(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername("sa");
        config.setPassword("");
        config.setMaximumPoolSize(8);
        return new HikariDataSource(config);
    }
}

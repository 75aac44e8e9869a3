/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.identity;

import io.telamon.store.api.Settings;
import io.telamon.store.internal.base.Db;
import java.util.Optional;

/** Settings as rows of one small table. */
public final class JpaSettings implements Settings {
    private final Db db;

    /** Works in the transaction of {@code db}. */
    public JpaSettings(Db db) {
        this.db = db;
    }

    @Override
    public Optional<String> get(String name) {
        return db.sql(String.class, "select s.body from setting s where s.name = ?1", name).stream()
                .findFirst();
    }

    @Override
    public void put(String name, String value) {
        if (db.executeSql("update setting set body = ?1 where name = ?2", value, name) == 0) {
            db.executeSql("insert into setting (name, body) values (?1, ?2)", name, value);
        }
    }
}

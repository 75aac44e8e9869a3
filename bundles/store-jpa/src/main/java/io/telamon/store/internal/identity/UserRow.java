/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.identity;

import io.telamon.model.UserId;
import io.telamon.model.security.User;
import io.telamon.store.internal.base.Documents;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A user as a row. */
@Entity
@Table(name = "app_user")
class UserRow {
    @Id String id;
    String name;
    String passwordHash;
    String roles;
    int failures;
    Instant lockedUntil;
    @Version long version;

    static UserRow of(User user, long version, Documents documents) {
        UserRow row = new UserRow();
        row.id = user.id().value();
        row.name = user.name();
        row.passwordHash = user.passwordHash();
        row.roles = documents.roles.write(user.roles());
        row.failures = user.lock().failures();
        row.lockedUntil = user.lock().until();
        row.version = version;
        return row;
    }

    User toModel(Documents documents) {
        return new User(
                new UserId(id),
                name,
                passwordHash,
                documents.roles.read(roles),
                new User.Lock(failures, lockedUntil),
                version);
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.identity;

import io.telamon.model.TenantId;
import io.telamon.model.TokenId;
import io.telamon.model.UserId;
import io.telamon.model.security.Tenant;
import io.telamon.model.security.Token;
import io.telamon.model.security.User;
import io.telamon.store.api.Identities;
import io.telamon.store.internal.base.Db;
import java.util.List;
import java.util.Optional;

/** Tenants, users and tokens in the database. A version of 0 says that the record is new. */
public final class JpaIdentities implements Identities {
    private final Db db;

    /** Works in the transaction of {@code db}. */
    public JpaIdentities(Db db) {
        this.db = db;
    }

    @Override
    public Optional<Tenant> tenant(TenantId id) {
        return db.get(TenantRow.class, id.value()).map(TenantRow::toModel);
    }

    @Override
    public Optional<Tenant> tenantByName(String name) {
        return db.one(TenantRow.class, "from TenantRow t where t.name = ?1", name)
                .map(TenantRow::toModel);
    }

    @Override
    public List<Tenant> tenants() {
        return Db.map(
                db.list(TenantRow.class, "from TenantRow t order by t.name"), TenantRow::toModel);
    }

    @Override
    public Tenant save(Tenant tenant) {
        TenantRow row = TenantRow.of(tenant, tenant.version());
        addOrUpdate(row, tenant.version() == 0, () -> row.version = 1);
        return row.toModel();
    }

    @Override
    public void removeTenant(TenantId id) {
        db.execute("delete from TenantRow t where t.id = ?1", id.value());
    }

    @Override
    public Optional<User> user(UserId id) {
        return db.get(UserRow.class, id.value()).map(this::model);
    }

    @Override
    public Optional<User> userByName(String name) {
        return db.one(UserRow.class, "from UserRow u where u.name = ?1", name).map(this::model);
    }

    @Override
    public List<User> users() {
        return Db.map(db.list(UserRow.class, "from UserRow u order by u.name"), this::model);
    }

    @Override
    public User save(User user) {
        UserRow row = UserRow.of(user, user.version(), db.documents());
        addOrUpdate(row, user.version() == 0, () -> row.version = 1);
        return model(row);
    }

    @Override
    public void removeUser(UserId id) {
        db.execute("delete from TokenRow t where t.userId = ?1", id.value());
        db.execute("delete from UserRow u where u.id = ?1", id.value());
    }

    @Override
    public Optional<Token> token(TokenId id) {
        return db.get(TokenRow.class, id.value()).map(TokenRow::toModel);
    }

    @Override
    public List<Token> tokens(UserId user) {
        return Db.map(
                db.list(
                        TokenRow.class,
                        "from TokenRow t where t.userId = ?1 order by t.id",
                        user.value()),
                TokenRow::toModel);
    }

    @Override
    public void add(Token token) {
        db.insert(TokenRow.of(token));
    }

    @Override
    public void removeToken(TokenId id) {
        db.execute("delete from TokenRow t where t.id = ?1", id.value());
    }

    private void addOrUpdate(Object row, boolean fresh, Runnable firstVersion) {
        if (fresh) {
            firstVersion.run();
            db.insert(row);
        } else {
            db.update(row);
        }
    }

    private User model(UserRow row) {
        return row.toModel(db.documents());
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.memory;

import io.telamon.model.TenantId;
import io.telamon.model.TokenId;
import io.telamon.model.UserId;
import io.telamon.model.security.Tenant;
import io.telamon.model.security.Token;
import io.telamon.model.security.User;
import io.telamon.store.api.Identities;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tenants, users and tokens in memory. */
final class MemoryIdentities implements Identities {
    private final Layers layers;

    MemoryIdentities(Layers layers) {
        this.layers = layers;
    }

    @Override
    public Optional<Tenant> tenant(TenantId id) {
        return layers.tenants.get(id);
    }

    @Override
    public Optional<Tenant> tenantByName(String name) {
        return layers.tenants.where(row -> row.name().equals(name)).stream().findFirst();
    }

    @Override
    public List<Tenant> tenants() {
        return layers.tenants.where(row -> true).stream()
                .sorted(Comparator.comparing(Tenant::name))
                .toList();
    }

    @Override
    public Tenant save(Tenant row) {
        Rules.version(
                Optional.of(tenant(row.id()).map(Tenant::version).orElse(0L)),
                row.version(),
                "Tenant",
                row.name());
        Rules.free(
                tenantByName(row.name()).filter(other -> !other.id().equals(row.id())),
                "Tenant",
                row.name());
        Tenant next =
                new Tenant(row.id(), row.name(), row.description(), row.quota(), row.version() + 1);
        layers.tenants.put(row.id(), next);
        return next;
    }

    @Override
    public void removeTenant(TenantId id) {
        layers.tenants.remove(id);
    }

    @Override
    public Optional<User> user(UserId id) {
        return layers.users.get(id);
    }

    @Override
    public Optional<User> userByName(String name) {
        return layers.users.where(row -> row.name().equals(name)).stream().findFirst();
    }

    @Override
    public List<User> users() {
        return layers.users.where(row -> true).stream()
                .sorted(Comparator.comparing(User::name))
                .toList();
    }

    @Override
    public User save(User row) {
        Rules.version(
                Optional.of(user(row.id()).map(User::version).orElse(0L)),
                row.version(),
                "User",
                row.name());
        Rules.free(
                userByName(row.name()).filter(other -> !other.id().equals(row.id())),
                "User",
                row.name());
        User next =
                new User(
                        row.id(),
                        row.name(),
                        row.passwordHash(),
                        row.roles(),
                        row.lock(),
                        row.version() + 1);
        layers.users.put(row.id(), next);
        return next;
    }

    @Override
    public void removeUser(UserId id) {
        layers.users.remove(id);
        layers.tokens.removeWhere(row -> row.user().equals(id));
    }

    @Override
    public Optional<Token> token(TokenId id) {
        return layers.tokens.get(id);
    }

    @Override
    public List<Token> tokens(UserId user) {
        return layers.tokens.where(row -> row.user().equals(user)).stream()
                .sorted(Comparator.comparing(row -> row.id().value()))
                .toList();
    }

    @Override
    public void add(Token token) {
        Rules.free(token(token.id()), "Token", token.id());
        layers.tokens.put(token.id(), token);
    }

    @Override
    public void removeToken(TokenId id) {
        layers.tokens.remove(id);
    }
}

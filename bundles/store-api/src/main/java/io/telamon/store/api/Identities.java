/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.api;

import io.telamon.model.TenantId;
import io.telamon.model.TokenId;
import io.telamon.model.UserId;
import io.telamon.model.security.Tenant;
import io.telamon.model.security.Token;
import io.telamon.model.security.User;
import java.util.List;
import java.util.Optional;

/** Tenants, users and tokens. */
public interface Identities {
    /** The tenant. */
    Optional<Tenant> tenant(TenantId id);

    /** Tenant of this name. */
    Optional<Tenant> tenantByName(String name);

    /** All tenants by name. */
    List<Tenant> tenants();

    /** Adds or, when the id exists, changes a tenant; STALE on another version. */
    Tenant save(Tenant tenant);

    /** Removes a tenant. */
    void removeTenant(TenantId id);

    /** The user. */
    Optional<User> user(UserId id);

    /** User of this sign-in name. */
    Optional<User> userByName(String name);

    /** All users by name. */
    List<User> users();

    /** Adds or, when the id exists, changes a user; STALE on another version. */
    User save(User user);

    /** Removes a user and its tokens. */
    void removeUser(UserId id);

    /** The token. */
    Optional<Token> token(TokenId id);

    /** Tokens of a user. */
    List<Token> tokens(UserId user);

    /** Adds a token. */
    void add(Token token);

    /** Removes a token; removing it twice changes nothing. */
    void removeToken(TokenId id);
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.TokenId;
import io.telamon.model.UserId;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Users, their roles and their API tokens. */
public interface UserFacade {
    /** Users; a project_admin sees those with a role in its tenant. */
    @Requires("user:read")
    List<UserView> list(Caller caller);

    /** User by id or name. */
    @Requires("user:read")
    UserView find(Caller caller, String idOrName);

    /** Adds a user with one role in one tenant. */
    @Requires("user:write")
    UserView add(Caller caller, String name, char[] password, String tenant, Set<Role> roles);

    /**
     * Gives these roles in a tenant; an empty set takes all away. Nobody can give more than it has.
     */
    @Requires("user:write")
    UserView assign(Caller caller, UserId id, String tenant, Set<Role> roles);

    /** Deletes a user; the last system_admin stays (WRONG_STATE). */
    @Requires("user:write")
    void delete(Caller caller, UserId id);

    /** Changes the caller's own password. */
    void changePassword(Caller caller, char[] old, char[] next);

    /**
     * Gives a user a new password and unlocks it; only for users who cannot do more than the
     * caller.
     */
    @Requires("user:write")
    default void resetPassword(Caller caller, UserId id, char[] next) {
        throw new TelamonException(
                ErrorCode.UNSUPPORTED, "This user facade cannot reset passwords (of %s)", id);
    }

    /** Makes a token for the caller in its tenant; the only time its text is shown. */
    NewToken createToken(Caller caller, String label, Duration validity);

    /** The caller's tokens. */
    List<TokenView> tokens(Caller caller);

    /** Ends a token of the caller. */
    void revokeToken(Caller caller, TokenId id);

    /** Who the caller is: name, tenant, tenants it may switch to, permissions. */
    Me me(Caller caller);

    /**
     * A user without secrets.
     *
     * @param id our id
     * @param name sign-in name
     * @param roles roles by tenant name
     * @param locked true while locked after failed sign-ins
     */
    record UserView(UserId id, String name, Map<String, Set<Role>> roles, boolean locked) {}

    /**
     * A token without its secret.
     *
     * @param id public half
     * @param label what it is for
     * @param tenant tenant name
     * @param expires end of validity
     */
    record TokenView(TokenId id, String label, String tenant, Instant expires) {}

    /**
     * A fresh token.
     *
     * @param token its view
     * @param text what the client sends as bearer token
     */
    record NewToken(TokenView token, String text) {
        /** Leaves the text out. */
        @Override
        public String toString() {
            return "NewToken[" + token + "]";
        }
    }

    /**
     * The caller as it sees itself.
     *
     * @param user sign-in name
     * @param tenant tenant name it works in
     * @param tenants tenant names it has a role in
     * @param permissions what it may do here
     */
    record Me(String user, String tenant, List<String> tenants, Set<String> permissions) {}
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.security.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a client says about a user.
 *
 * @param name sign-in name, when adding
 * @param password first password, when adding
 * @param tenant tenant the roles are for, the caller's own when absent
 * @param roles names of roles
 */
public record UserRequest(String name, String password, String tenant, List<String> roles) {
    Set<Role> parsed() {
        return (roles == null ? List.<String>of() : roles)
                .stream().map(UserRequest::role).collect(Collectors.toUnmodifiableSet());
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "UserRequest[" + name + " " + tenant + " " + roles + "]";
    }

    private static Role role(String key) {
        return Role.ofKey(key)
                .orElseThrow(
                        () ->
                                new TelamonException(
                                        ErrorCode.INVALID_ARGUMENT,
                                        "There is no role %s; system_admin, project_admin,"
                                                + " project_user and viewer are",
                                        key));
    }
}

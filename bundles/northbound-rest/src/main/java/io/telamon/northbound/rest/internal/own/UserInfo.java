/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import io.telamon.model.security.Role;
import io.telamon.northbound.api.UserFacade;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A user without secrets.
 *
 * @param id our id
 * @param name sign-in name
 * @param roles names of roles by tenant name
 * @param locked true while locked after failed sign-ins
 */
public record UserInfo(String id, String name, Map<String, List<String>> roles, boolean locked) {
    static UserInfo of(UserFacade.UserView view) {
        Map<String, List<String>> roles = new LinkedHashMap<>();
        view.roles()
                .forEach(
                        (tenant, held) ->
                                roles.put(tenant, held.stream().map(Role::key).sorted().toList()));
        return new UserInfo(view.id().value(), view.name(), roles, view.locked());
    }
}

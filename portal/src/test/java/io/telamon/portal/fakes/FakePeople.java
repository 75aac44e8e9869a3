/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.fakes;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.TenantId;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import io.telamon.northbound.api.UserFacade;
import io.telamon.security.api.Authenticator;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Signs in "admin" and "viewer" with the password "secret". */
public final class FakePeople implements Authenticator {
    @Override
    public Caller signIn(String user, char[] password, String tenant) {
        if (!new String(password).equals("secret")) {
            throw new TelamonException(ErrorCode.UNAUTHENTICATED, "Name or password is wrong");
        }
        Role role = user.equals("viewer") ? Role.VIEWER : Role.SYSTEM_ADMIN;
        return new Caller(user, FakeWorld.TENANT, Set.of(role));
    }

    @Override
    public Caller checkToken(String token) {
        throw new TelamonException(ErrorCode.UNAUTHENTICATED, "No tokens here");
    }

    @Override
    public Caller switchTenant(Caller caller, String tenant) {
        return new Caller(caller.user(), new TenantId("tenant-" + tenant), caller.roles());
    }

    /** A user facade that answers {@code me} only. */
    public static UserFacade users() {
        return proxy(
                UserFacade.class,
                caller ->
                        new UserFacade.Me(
                                caller.user(),
                                caller.tenant().value().replace("tenant-", ""),
                                List.of("demo", "lab"),
                                caller.roles().stream()
                                        .flatMap(role -> role.permissions().stream())
                                        .map(Object::toString)
                                        .collect(Collectors.toCollection(TreeSet::new))));
    }

    static <T> T proxy(Class<T> type, java.util.function.Function<Caller, Object> answer) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, args) ->
                                switch (method.getName()) {
                                    case "hashCode" -> System.identityHashCode(self);
                                    case "equals" -> self == args[0];
                                    case "toString" -> "fake " + type.getSimpleName();
                                    default -> answer.apply((Caller) args[0]);
                                }));
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.facade;

import com.vaadin.flow.server.VaadinSession;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.TenantId;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Permission;
import io.telamon.northbound.api.UserFacade;
import io.telamon.security.api.Authenticator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who sits in front of the browser, kept in the session: facts only, no services.
 *
 * @param caller what facades are given
 * @param tenant name of the tenant worked in
 * @param tenants names of the tenants to choose from
 * @param everyTenant true while an operator looks at all tenants at once
 * @param checked when the roles were last looked up
 */
public record SignedIn(
        Caller caller, String tenant, List<String> tenants, boolean everyTenant, Instant checked) {
    private static final Duration TRUST = Duration.ofSeconds(30);

    /** Copies the list. */
    public SignedIn {
        tenants = List.copyOf(tenants);
    }

    /** The person of this session. */
    public static Optional<SignedIn> current() {
        VaadinSession session = VaadinSession.getCurrent();
        return session == null
                ? Optional.empty()
                : Optional.ofNullable(session.getAttribute(SignedIn.class));
    }

    /** The caller of this session; UNAUTHENTICATED when nobody is signed in. */
    public static Caller me() {
        return current()
                .map(SignedIn::caller)
                .orElseThrow(
                        () ->
                                new TelamonException(
                                        ErrorCode.UNAUTHENTICATED, "Nobody is signed in here"));
    }

    /** True when the person may do this. */
    public static boolean may(String permission) {
        return current().map(who -> who.caller().may(Permission.of(permission))).orElse(false);
    }

    /** True when lists shall show this tenant's objects now. */
    public static boolean shows(TenantId tenant) {
        return current()
                .map(who -> who.everyTenant() || who.caller().tenant().equals(tenant))
                .orElse(false);
    }

    /** Signs in and remembers it in the session. */
    public static void signIn(String user, char[] password) {
        remember(Facades.call(Authenticator.class, auth -> auth.signIn(user, password, "")), false);
    }

    /** Works in another tenant from now on. */
    public static void switchTo(String tenant) {
        Caller before = me();
        remember(
                Facades.call(Authenticator.class, auth -> auth.switchTenant(before, tenant)),
                false);
    }

    /** Looks the roles up again now and then; whoever lost them all is signed out. */
    public static void renew() {
        current()
                .filter(who -> who.checked().plus(TRUST).isBefore(Instant.now()))
                .ifPresent(SignedIn::renew);
    }

    private static void renew(SignedIn who) {
        try {
            remember(
                    Facades.call(
                            Authenticator.class,
                            auth -> auth.switchTenant(who.caller(), who.tenant())),
                    who.everyTenant());
        } catch (TelamonException refused) {
            if (refused.code() != ErrorCode.UNAVAILABLE) {
                VaadinSession.getCurrent().setAttribute(SignedIn.class, null);
            }
        }
    }

    /** Looks at all tenants; only for operators. */
    public static void showEveryTenant() {
        current().ifPresent(who -> remember(who.caller(), who.caller().seesAllTenants()));
    }

    private static void remember(Caller caller, boolean everyTenant) {
        UserFacade.Me me = Facades.call(UserFacade.class, users -> users.me(caller));
        VaadinSession.getCurrent()
                .setAttribute(
                        SignedIn.class,
                        new SignedIn(
                                caller, me.tenant(), me.tenants(), everyTenant, Instant.now()));
    }
}

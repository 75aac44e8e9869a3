/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.TenantId;
import io.telamon.model.instance.Quota;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Tenant;
import io.telamon.model.security.Token;
import io.telamon.northbound.api.TenantFacade;
import io.telamon.store.api.Store;
import io.telamon.store.api.UnitOfWork;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tenants over the store. A caller who is not an operator sees those it has a role in. */
@Component(service = TenantFacade.class)
public final class StoredTenants implements TenantFacade {
    private final Store store;
    private final TokenCache cache;
    private final Clock clock;

    /** Works on {@code store} and empties {@code cache} when a tenant goes. */
    @Activate
    public StoredTenants(@Reference Store store, @Reference TokenCache cache) {
        this(store, cache, Clock.systemUTC());
    }

    StoredTenants(Store store, TokenCache cache, Clock clock) {
        this.store = store;
        this.cache = cache;
        this.clock = clock;
    }

    @Override
    public List<TenantView> list(Caller caller) {
        caller.require("tenant:read");
        return store.read(
                work ->
                        Visible.tenants(work, caller).stream()
                                .map(tenant -> view(work, tenant))
                                .toList());
    }

    @Override
    public TenantView find(Caller caller, String idOrName) {
        caller.require("tenant:read");
        return store.read(work -> view(work, Visible.tenant(work, caller, idOrName)));
    }

    @Override
    public TenantView add(Caller caller, String name, String description, Quota quota) {
        caller.require("tenant:write");
        Names.check("tenant", name);
        checkQuota(quota);
        return store.write(
                work -> {
                    Names.free("Tenant", name, work.identities().tenantByName(name).isPresent());
                    Tenant fresh = new Tenant(TenantId.create(), name, text(description), quota, 0);
                    Tenant saved = work.identities().save(fresh);
                    facts(work, caller).tenant(saved, "TenantAdded", Map.of("name", name));
                    return view(work, saved);
                });
    }

    @Override
    public TenantView update(
            Caller caller, TenantId id, long expectedVersion, String description, Quota quota) {
        caller.require("tenant:write");
        checkQuota(quota);
        return store.write(
                work -> {
                    Tenant old = Visible.tenant(work, caller, id.value());
                    if (expectedVersion >= 0 && expectedVersion != old.version()) {
                        throw new TelamonException(
                                ErrorCode.STALE,
                                "Tenant %s is at version %d, not %d; read it again",
                                old.name(),
                                old.version(),
                                expectedVersion);
                    }
                    Tenant saved =
                            work.identities()
                                    .save(
                                            new Tenant(
                                                    old.id(),
                                                    old.name(),
                                                    text(description),
                                                    quota,
                                                    old.version()));
                    facts(work, caller).tenant(saved, "TenantChanged", Map.of("name", old.name()));
                    return view(work, saved);
                });
    }

    @Override
    public void delete(Caller caller, TenantId id) {
        caller.require("tenant:write");
        store.write(
                work -> {
                    Tenant tenant = Visible.tenant(work, caller, id.value());
                    Holdings.refuseIfAny(work, tenant);
                    work.identities().users().stream()
                            .flatMap(user -> work.identities().tokens(user.id()).stream())
                            .filter(token -> token.tenant().equals(id))
                            .map(Token::id)
                            .forEach(work.identities()::removeToken);
                    work.identities().removeTenant(id);
                    Tenant gone =
                            new Tenant(
                                    id,
                                    tenant.name(),
                                    tenant.description(),
                                    tenant.quota(),
                                    tenant.version() + 1);
                    facts(work, caller)
                            .tenant(gone, "TenantDeleted", Map.of("name", tenant.name()));
                    return null;
                });
        cache.clear();
    }

    private Facts facts(UnitOfWork work, Caller caller) {
        return new Facts(work, clock, caller.user());
    }

    private static TenantView view(UnitOfWork work, Tenant tenant) {
        return new TenantView(tenant, work.accounts().reservedBy(tenant.id()));
    }

    private static String text(String description) {
        return Optional.ofNullable(description).orElse("");
    }

    private static void checkQuota(Quota quota) {
        boolean sound =
                quota != null
                        && List.of(
                                        quota.servers(),
                                        quota.vcpus(),
                                        quota.memoryMb(),
                                        quota.networks())
                                .stream()
                                .allMatch(amount -> amount >= Quota.UNLIMITED);
        if (!sound) {
            throw new TelamonException(
                    ErrorCode.INVALID_ARGUMENT,
                    "A quota needs four amounts, each 0 or more, or -1 for unlimited");
        }
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.LaneId;
import io.telamon.model.TenantId;
import io.telamon.model.TokenId;
import io.telamon.model.UserId;
import io.telamon.model.instance.Quota;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import io.telamon.model.security.Tenant;
import io.telamon.northbound.api.LaneView;
import io.telamon.northbound.api.Page;
import io.telamon.northbound.api.RoFacade;
import io.telamon.northbound.api.TaskView;
import io.telamon.northbound.api.TenantFacade;
import io.telamon.northbound.api.UserFacade;
import io.telamon.testkit.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/** Lanes, tenants and users in memory. */
final class FakeAdministration implements RoFacade {
    final Map<String, Tenant> tenants = new ConcurrentSkipListMap<>();
    final Map<String, UserFacade.UserView> users = new ConcurrentSkipListMap<>();
    String lastPassword = "";
    Duration lastValidity = Duration.ZERO;

    @Override
    public List<LaneView> lanes(Caller caller) {
        return List.of(view(LaneId.parse("vim:one"), "OPEN"));
    }

    @Override
    public Page<TaskView> queue(Caller caller, LaneId lane, Page.Request page) {
        return new Page<>(List.of(), "");
    }

    @Override
    public LaneView pause(Caller caller, LaneId lane) {
        caller.require("ro:operate");
        return view(lane, "PAUSED");
    }

    @Override
    public LaneView resume(Caller caller, LaneId lane) {
        return view(lane, "OPEN");
    }

    @Override
    public List<String> audit(Caller caller, LaneId lane) {
        return List.of("server web-1 is missing");
    }

    private static LaneView view(LaneId lane, String state) {
        return new LaneView(lane, "cloud", state, "", 3, 1, 4, Duration.ofSeconds(90));
    }

    TenantFacade tenants() {
        return new Tenants();
    }

    UserFacade users() {
        return new Users();
    }

    /** Tenants. */
    private final class Tenants implements TenantFacade {
        @Override
        public List<TenantView> list(Caller caller) {
            return tenants.values().stream().map(one -> new TenantView(one, Quota.zero())).toList();
        }

        @Override
        public TenantView find(Caller caller, String idOrName) {
            return list(caller).stream()
                    .filter(
                            one ->
                                    one.tenant().name().equals(idOrName)
                                            || one.tenant().id().value().equals(idOrName))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new TelamonException(
                                            ErrorCode.NOT_FOUND, "No tenant %s", idOrName));
        }

        @Override
        public TenantView add(Caller caller, String name, String description, Quota quota) {
            caller.require("tenant:write");
            return keep(new Tenant(TenantId.create(), name, description, quota, 1));
        }

        @Override
        public TenantView update(
                Caller caller, TenantId id, long expectedVersion, String description, Quota quota) {
            Tenant before = find(caller, id.value()).tenant();
            if (expectedVersion != -1 && expectedVersion != before.version()) {
                throw new TelamonException(ErrorCode.STALE, "Tenant %s changed", id);
            }
            return keep(new Tenant(id, before.name(), description, quota, before.version() + 1));
        }

        @Override
        public void delete(Caller caller, TenantId id) {
            tenants.remove(id.value());
        }

        private TenantView keep(Tenant tenant) {
            tenants.put(tenant.id().value(), tenant);
            return new TenantView(tenant, Quota.zero());
        }
    }

    /** Users. */
    private final class Users implements UserFacade {
        @Override
        public List<UserView> list(Caller caller) {
            return List.copyOf(users.values());
        }

        @Override
        public UserView find(Caller caller, String idOrName) {
            return users.values().stream()
                    .filter(one -> one.name().equals(idOrName) || one.id().value().equals(idOrName))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new TelamonException(
                                            ErrorCode.NOT_FOUND, "No user %s", idOrName));
        }

        @Override
        public UserView add(
                Caller caller, String name, char[] password, String tenant, Set<Role> roles) {
            lastPassword = String.valueOf(password);
            UserView view = new UserView(UserId.create(), name, Map.of(tenant, roles), false);
            users.put(view.id().value(), view);
            return view;
        }

        @Override
        public UserView assign(Caller caller, UserId id, String tenant, Set<Role> roles) {
            UserView before = find(caller, id.value());
            UserView after = new UserView(id, before.name(), Map.of(tenant, roles), false);
            users.put(id.value(), after);
            return after;
        }

        @Override
        public void delete(Caller caller, UserId id) {
            users.remove(id.value());
        }

        @Override
        public void changePassword(Caller caller, char[] old, char[] next) {
            lastPassword = String.valueOf(next);
        }

        @Override
        public NewToken createToken(Caller caller, String label, Duration validity) {
            lastValidity = validity;
            TokenView view =
                    new TokenView(new TokenId("t1"), label, caller.tenant().value(), Samples.NOW);
            return new NewToken(view, "t1.secret");
        }

        @Override
        public List<TokenView> tokens(Caller caller) {
            return List.of(new TokenView(new TokenId("t1"), "laptop", "lab", Samples.NOW));
        }

        @Override
        public void revokeToken(Caller caller, TokenId id) {
            lastPassword = "revoked " + id;
        }

        @Override
        public Me me(Caller caller) {
            return new Me(
                    caller.user(),
                    caller.tenant().value(),
                    List.of("lab", "field"),
                    Set.of("ns:read"));
        }
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.door;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.VimAccountId;
import io.telamon.model.event.Event;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.Interconnect;
import io.telamon.model.instance.Inventory;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.AccountDraft;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.AccountView;
import io.telamon.northbound.api.CheckStepView;
import io.telamon.northbound.api.CloudEntry;
import io.telamon.northbound.api.PluginTypeView;
import io.telamon.ro.internal.clouds.CloudsFile;
import io.telamon.ro.internal.lane.LaneStatus;
import io.telamon.ro.internal.ledger.Ledger;
import io.telamon.ro.internal.port.Plugins;
import io.telamon.ro.internal.port.Ports;
import io.telamon.sdn.spi.SdnDriver;
import io.telamon.security.api.Sealer;
import io.telamon.store.api.Store;
import io.telamon.store.api.UnitOfWork;
import java.io.InputStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** VIM and SDN accounts: kept in the store with sealed secrets, tried through their ports. */
@Component(service = AccountFacade.class)
public final class StoredAccounts implements AccountFacade, AutoCloseable {
    private static final int NAME_LIMIT = 64;

    private final Store store;
    private final Sealer sealer;
    private final Ports ports;
    private final Plugins plugins;
    private final Ledger ledger;
    private final AccountAccess access;
    private final LaneViews views;
    private final ConnectionChecks checks;
    private final Riders riders;
    private final Clock clock = Clock.systemUTC();

    /** Wires the component. */
    @Activate
    public StoredAccounts(
            @Reference Store store,
            @Reference Sealer sealer,
            @Reference Ports ports,
            @Reference Plugins plugins,
            @Reference Ledger ledger) {
        this.store = store;
        this.sealer = sealer;
        this.ports = ports;
        this.plugins = plugins;
        this.ledger = ledger;
        access = new AccountAccess(store);
        views = new LaneViews(ledger, plugins, clock);
        riders = new Riders(plugins);
        checks = new ConnectionChecks(plugins, ports, ConnectionChecks.Limits.usual());
    }

    @Override
    public List<AccountView> list(Caller caller, LaneKind kind) {
        AccountAccess.require(caller, kind, "read");
        return access.list(caller, kind).stream().map(this::view).toList();
    }

    @Override
    public AccountView get(Caller caller, LaneId lane) {
        AccountAccess.require(caller, lane.kind(), "read");
        return view(access.get(caller, lane));
    }

    @Override
    public AccountView find(Caller caller, LaneKind kind, String idOrName) {
        AccountAccess.require(caller, kind, "read");
        return view(access.find(caller, kind, idOrName));
    }

    @Override
    public List<PluginTypeView> types(Caller caller) {
        caller.require("vim:read");
        return PluginTypes.of(plugins);
    }

    @Override
    public AccountView add(Caller caller, AccountDraft draft) {
        AccountAccess.require(caller, draft.kind(), "write");
        check(draft);
        LaneId lane = new LaneId(draft.kind(), VimAccountId.create().value());
        Account account = unsaved(caller, lane, draft, seal(draft.secret(), lane, ""));
        requireSettings(account);
        Account added =
                store.write(
                        work -> {
                            Account stored =
                                    work.accounts().add(riders.resolved(work, caller, account));
                            work.journal().append(List.of(event(caller, stored, "AccountAdded")));
                            return stored;
                        });
        ledger.laneChanged(lane);
        return view(added);
    }

    @Override
    public AccountView update(
            Caller caller, LaneId lane, long expectedVersion, AccountDraft draft) {
        AccountAccess.require(caller, lane.kind(), "write");
        check(draft);
        Account changed = store.write(work -> update(work, caller, lane, expectedVersion, draft));
        ports.forget(lane);
        ledger.laneChanged(lane);
        return view(changed);
    }

    @Override
    public void delete(Caller caller, LaneId lane) {
        AccountAccess.require(caller, lane.kind(), "write");
        store.write(
                work -> {
                    Account account = AccountAccess.get(work, caller, lane);
                    riders.guard(work, account, "be removed");
                    List<String> users =
                            work.instances().on(lane).stream().map(NsInstance::name).toList();
                    if (!users.isEmpty()) {
                        throw new TelamonException(
                                ErrorCode.IN_USE,
                                "Account %s is used by %s; terminate them first",
                                account.name(),
                                String.join(", ", users));
                    }
                    refuseWhileJoined(work, account);
                    work.accounts().remove(lane);
                    work.journal().append(List.of(event(caller, account, "AccountRemoved")));
                    return null;
                });
        ports.forget(lane);
        ledger.laneChanged(lane);
    }

    private static void refuseWhileJoined(UnitOfWork work, Account account) {
        VimAccountId vim = new VimAccountId(account.lane().id());
        List<String> joins =
                work.interconnects().list(account.tenant()).stream()
                        .filter(one -> one.side(vim).isPresent())
                        .map(Interconnect::name)
                        .toList();
        if (!joins.isEmpty()) {
            throw new TelamonException(
                    ErrorCode.IN_USE,
                    "Account %s is a side of interconnect %s; remove that first",
                    account.name(),
                    String.join(", ", joins));
        }
    }

    @Override
    public List<CheckStepView> check(Caller caller, LaneId lane, Consumer<CheckStepView> seen) {
        AccountAccess.require(caller, lane.kind(), "read");
        Account account = access.get(caller, lane);
        CheckSteps steps = new CheckSteps(ports.credentials(account), seen);
        List<CheckStepView> taken = checks.run(account, true, steps);
        steps.inventory().ifPresent(found -> keep(lane, RoundTrip.measured(account, found)));
        return taken;
    }

    @Override
    public List<CheckStepView> check(
            Caller caller, AccountDraft draft, Consumer<CheckStepView> seen) {
        AccountAccess.require(caller, draft.kind(), "write");
        check(draft);
        LaneId lane = new LaneId(draft.kind(), VimAccountId.create().value());
        Account wish = unsaved(caller, lane, draft, "");
        Account account = store.read(work -> riders.resolved(work, caller, wish));
        String secret = draft.secret() == null ? "" : draft.secret();
        CheckSteps steps = new CheckSteps(ports.credentials(account, secret), seen);
        return checks.run(account, false, steps);
    }

    /** A test that works reads the inventory anew; an account removed meanwhile stays removed. */
    private void keep(LaneId lane, Inventory found) {
        store.write(
                work -> {
                    if (work.accounts().find(lane).isPresent()) {
                        work.accounts().saveInventory(lane, found);
                    }
                    return null;
                });
    }

    @Override
    public List<CloudEntry> readClouds(Caller caller, InputStream file) {
        caller.require("vim:write");
        return CloudsFile.read(file);
    }

    /** Ends the connection tests under way. */
    @Deactivate
    @Override
    public void close() {
        checks.close();
    }

    private Account update(
            UnitOfWork work, Caller caller, LaneId lane, long expectedVersion, AccountDraft draft) {
        Account old = AccountAccess.get(work, caller, lane);
        if (expectedVersion >= 0 && expectedVersion != old.version()) {
            throw new TelamonException(
                    ErrorCode.STALE,
                    "Account %s is at version %d, not %d; read it again",
                    old.name(),
                    old.version(),
                    expectedVersion);
        }
        Account next =
                new Account(
                        lane,
                        old.tenant(),
                        draft.name(),
                        draft.type(),
                        draft.endpoint(),
                        settings(old, draft),
                        draft.labels(),
                        seal(draft.secret(), lane, old.sealedSecret()),
                        old.version());
        requireSettings(next);
        if (!old.type().equals(next.type())) {
            riders.guard(work, old, "become one of type " + next.type());
        }
        Account saved = work.accounts().save(riders.resolved(work, caller, next));
        work.journal().append(List.of(event(caller, saved, "AccountChanged")));
        return saved;
    }

    private static Account unsaved(
            Caller caller, LaneId lane, AccountDraft draft, String sealedSecret) {
        return new Account(
                lane,
                caller.tenant(),
                draft.name(),
                draft.type(),
                draft.endpoint(),
                draft.settings(),
                draft.labels(),
                sealedSecret,
                0);
    }

    /** Without its plug-in an account is taken as it is; the plug-in refuses what is missing. */
    private void requireSettings(Account account) {
        List<String> missing = PluginTypes.missing(plugins, account);
        if (!missing.isEmpty()) {
            throw new TelamonException(
                    ErrorCode.INVALID_ARGUMENT,
                    "An account of type %s needs %s",
                    account.type(),
                    String.join(", ", missing));
        }
    }

    /** The new settings; a pause outlives a change of the others. */
    private static Map<String, String> settings(Account old, AccountDraft draft) {
        Map<String, String> next = new HashMap<>(draft.settings());
        String paused = old.settings().get(LaneStatus.PAUSED_SETTING);
        if (paused != null) {
            next.putIfAbsent(LaneStatus.PAUSED_SETTING, paused);
        }
        return next;
    }

    private String seal(String secret, LaneId lane, String known) {
        return secret == null
                ? known
                : secret.isEmpty() ? "" : sealer.seal(secret, lane.toString());
    }

    private AccountView view(Account account) {
        return new AccountView(
                account.withoutSecret(),
                views.of(account),
                store.read(work -> work.accounts().inventory(account.lane())).orElse(null));
    }

    private Event event(Caller caller, Account account, String type) {
        return new Event(
                account.tenant(),
                new Event.Subject(
                        account.lane().kind().name().toLowerCase(Locale.ROOT),
                        account.lane().id(),
                        account.version()),
                type,
                caller.user(),
                clock.instant(),
                Map.of("name", account.name(), "type", account.type()));
    }

    private void check(AccountDraft draft) {
        require(
                !draft.name().isBlank() && draft.name().length() <= NAME_LIMIT,
                "name",
                "1 to 64 characters");
        require(!draft.type().isBlank(), "type", "a plug-in type such as simulator");
        require(
                !draft.endpoint().isBlank() || ridesOn(draft),
                "endpoint",
                "the address of the cloud");
    }

    /** Such an account is where its VIM account is. */
    private boolean ridesOn(AccountDraft draft) {
        return draft.kind() == LaneKind.SDN
                && (!draft.settings().getOrDefault(Account.VIM_ACCOUNT, "").isBlank()
                        || plugins.sdn(draft.type()).flatMap(SdnDriver::vimType).isPresent());
    }

    private static void require(boolean good, String field, String form) {
        if (!good) {
            throw new TelamonException(ErrorCode.INVALID_ARGUMENT, "%s must be %s", field, form);
        }
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.fakes;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.Inventory;
import io.telamon.model.instance.Quota;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.AccountDraft;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.AccountView;
import io.telamon.northbound.api.CheckStepView;
import io.telamon.northbound.api.CloudEntry;
import io.telamon.northbound.api.LaneView;
import io.telamon.northbound.api.Page;
import io.telamon.northbound.api.PluginTypeView;
import io.telamon.northbound.api.RoFacade;
import io.telamon.northbound.api.TaskView;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Clouds of the fake world: what they are, what their lanes do, and how a test of them ends. */
public final class FakeAccounts implements AccountFacade, RoFacade {
    /** The credential that works. */
    public static final String GOOD = "open-sesame";

    /** A type whose account needs a project. */
    public static final String STRICT = "acme";

    /** A controller that works on the cloud of a VIM account. */
    public static final String RIDER = "rider";

    private final FakeWorld world;
    private final Map<LaneId, String> states = new ConcurrentHashMap<>();

    /** Accounts that carry something. */
    public final Set<String> used = ConcurrentHashMap.newKeySet();

    /** Types whose plug-in is there. */
    public final Set<String> plugins = ConcurrentHashMap.newKeySet();

    /** A test stops after its first step until this opens. */
    public volatile CountDownLatch gate = new CountDownLatch(0);

    /** What was tested or added last. */
    public volatile AccountDraft last;

    FakeAccounts(FakeWorld world) {
        this.world = world;
        plugins.addAll(Set.of("simulator", STRICT));
    }

    /** Lets a lane say another state. */
    public void state(String name, String state) {
        states.put(new LaneId(LaneKind.VIM, "vim-" + name), state);
    }

    @Override
    public List<AccountView> list(Caller caller, LaneKind kind) {
        synchronized (world) {
            return world.accounts.values().stream()
                    .filter(account -> account.lane().kind() == kind)
                    .map(this::view)
                    .toList();
        }
    }

    @Override
    public AccountView get(Caller caller, LaneId lane) {
        synchronized (world) {
            return view(FakeWorld.known(world.accounts.get(lane), "account " + lane.id()));
        }
    }

    @Override
    public AccountView find(Caller caller, LaneKind kind, String idOrName) {
        return get(caller, new LaneId(kind, idOrName));
    }

    @Override
    public List<PluginTypeView> types(Caller caller) {
        List<PluginTypeView> all = new ArrayList<>();
        plugins.stream().sorted().forEach(type -> all.add(type(type)));
        all.add(
                new PluginTypeView(
                        LaneKind.SDN,
                        RIDER,
                        List.of(
                                new PluginTypeView.Field(
                                        Account.VIM_ACCOUNT,
                                        "VIM account",
                                        "Whose cloud it works on.",
                                        "",
                                        true))));
        return all;
    }

    private static PluginTypeView type(String type) {
        boolean strict = type.equals(STRICT);
        return new PluginTypeView(
                LaneKind.VIM,
                type,
                List.of(
                        new PluginTypeView.Field(
                                "project", "Project", "Whose quota is used.", "", strict),
                        new PluginTypeView.Field(
                                "region", "Region", "Empty for the only one.", "", false),
                        new PluginTypeView.Field(
                                "insecure",
                                "Trust any certificate",
                                "For tests only.",
                                "false",
                                false)));
    }

    @Override
    public AccountView add(Caller caller, AccountDraft draft) {
        last = draft;
        synchronized (world) {
            if (world.accounts.values().stream().anyMatch(a -> a.name().equals(draft.name()))) {
                throw new TelamonException(
                        ErrorCode.ALREADY_EXISTS, "An account %s is there already", draft.name());
            }
            LaneId lane = new LaneId(draft.kind(), area(draft.kind()) + "-" + draft.name());
            Account account =
                    new Account(
                            lane,
                            FakeWorld.TENANT,
                            draft.name(),
                            draft.type(),
                            draft.endpoint(),
                            draft.settings(),
                            draft.labels(),
                            "",
                            1);
            world.accounts.put(lane, account);
            world.announce(
                    area(lane.kind()), lane.id(), "AccountAdded", Map.of("name", draft.name()));
            return view(account);
        }
    }

    private static String area(LaneKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public AccountView update(Caller caller, LaneId lane, long version, AccountDraft draft) {
        throw new TelamonException(ErrorCode.UNSUPPORTED, "Not in the fake world");
    }

    @Override
    public void delete(Caller caller, LaneId lane) {
        synchronized (world) {
            String name = world.accounts.get(lane).name();
            if (used.contains(name)) {
                throw new TelamonException(
                        ErrorCode.IN_USE, "Account %s is used by shop; terminate them first", name);
            }
            world.accounts.remove(lane);
            world.announce(area(lane.kind()), lane.id(), "AccountRemoved", Map.of("name", name));
        }
    }

    @Override
    public List<CheckStepView> check(Caller caller, LaneId lane, Consumer<CheckStepView> seen) {
        return check(true, seen);
    }

    @Override
    public List<CheckStepView> check(
            Caller caller, AccountDraft draft, Consumer<CheckStepView> seen) {
        last = draft;
        return check(GOOD.equals(draft.secret()), seen);
    }

    private List<CheckStepView> check(boolean good, Consumer<CheckStepView> seen) {
        List<CheckStepView> steps = new ArrayList<>();
        Consumer<CheckStepView> both = steps::add;
        both = both.andThen(seen);
        both.accept(step("plug-in", CheckStepView.Outcome.OK, "Type acme is installed", 0));
        await();
        both.accept(
                good
                        ? step("identity", CheckStepView.Outcome.OK, "Signed in as nfv", 40)
                        : step(
                                "identity",
                                CheckStepView.Outcome.FAILED,
                                "401: the password is wrong. Enter the one of this project",
                                38));
        both.accept(
                good
                        ? step("sfc", CheckStepView.Outcome.ABSENT, "No chaining service", 9)
                        : step("sfc", CheckStepView.Outcome.SKIPPED, "Not tried", 0));
        return steps;
    }

    private void await() {
        try {
            gate.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static CheckStepView step(
            String name, CheckStepView.Outcome outcome, String detail, long millis) {
        return new CheckStepView(name, outcome, detail, Duration.ofMillis(millis));
    }

    @Override
    public List<CloudEntry> readClouds(Caller caller, InputStream file) {
        return List.of(entry("lab"));
    }

    /** A cloud as a file describes it. */
    public static CloudEntry entry(String name) {
        return new CloudEntry(
                new AccountDraft(
                        LaneKind.VIM,
                        name,
                        "openstack",
                        "https://" + name + ".example:5000/v3",
                        Map.of("project", "edge", "region", "north"),
                        Map.of(),
                        GOOD),
                List.of("Not taken over: profile"));
    }

    private AccountView view(Account account) {
        String usual = plugins.contains(account.type()) ? "OPEN" : "NO_PLUGIN";
        String state = states.getOrDefault(account.lane(), usual);
        LaneView lane =
                new LaneView(
                        account.lane(), account.name(), state, "", 2, 1, 4, Duration.ofSeconds(3));
        return new AccountView(account, lane, inventory(account));
    }

    private static Inventory inventory(Account account) {
        return account.name().equals("lisbon")
                ? new Inventory(
                        Instant.parse("2026-03-01T12:00:00Z"),
                        Set.of("server-power"),
                        Map.of("debian-12", "i1", "cirros", "i2", "i2", "i2"),
                        Map.of("public", "n1"),
                        Set.of("zone-1"),
                        new Quota(10, 20, 40_960, -1),
                        new Quota(3, 19, 40_960, 2))
                : null;
    }

    @Override
    public List<LaneView> lanes(Caller caller) {
        return list(caller, LaneKind.VIM).stream().map(AccountView::state).toList();
    }

    @Override
    public Page<TaskView> queue(Caller caller, LaneId lane, Page.Request page) {
        return new Page<>(List.of(), "");
    }

    @Override
    public LaneView pause(Caller caller, LaneId lane) {
        states.put(lane, "PAUSED");
        return get(caller, lane).state();
    }

    @Override
    public LaneView resume(Caller caller, LaneId lane) {
        states.remove(lane);
        return get(caller, lane).state();
    }

    @Override
    public List<String> audit(Caller caller, LaneId lane) {
        return List.of();
    }
}

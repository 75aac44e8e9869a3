/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.account.CheckStep;
import io.telamon.model.account.SettingField;
import io.telamon.model.instance.Inventory;
import io.telamon.model.instance.Quota;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.model.resource.ResourceState;
import io.telamon.vim.spi.Health;
import io.telamon.vim.spi.Observation;
import io.telamon.vim.spi.ResourceOperator;
import io.telamon.vim.spi.VimConnection;
import io.telamon.vim.spi.VimDriver;
import io.telamon.vim.spi.VimSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A cloud whose answers a test writes: each call may be told to fail, to hang, or to work and lose
 * its answer. Worlds are kept by endpoint. Thread-safe.
 */
public final class FakeCloud implements VimDriver {
    /** Type of the accounts. */
    public static final String TYPE = "fake";

    private final Map<String, Thing> things = new LinkedHashMap<>();
    private final Map<String, Deque<Reaction>> script = new HashMap<>();
    private final Map<String, Map<String, String>> facts = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private final List<String> firsts = new CopyOnWriteArrayList<>();
    private final List<String> foreign = new CopyOnWriteArrayList<>();
    private final List<Thing> late = new ArrayList<>();
    private final AtomicInteger handles = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private Identity identity = new Identity(Identity.Kind.TAG, Duration.ZERO);
    private final List<String> secrets = new ArrayList<>();
    private String down = "";
    private boolean required;
    private CountDownLatch identityHangs = new CountDownLatch(0);
    private Runnable beforeList = () -> {};

    /** One thing on the cloud. */
    public record Thing(
            String handle, String token, String endpoint, ResourceSpec spec, ResourceState state) {}

    /** Tells how the next calls of a verb on a thing of this name (or {@code *}) go. */
    public synchronized void on(String verb, String name, Reaction... reactions) {
        script.computeIfAbsent(verb + " " + name, key -> new ArrayDeque<>())
                .addAll(List.of(reactions));
    }

    /** Handles of things that somebody else made. */
    public List<String> foreign() {
        return foreign;
    }

    /** Names of things that were created as the first with their token. */
    public List<String> firsts() {
        return firsts;
    }

    /** How things are found again. */
    public synchronized void identity(Identity next) {
        identity = next;
    }

    /** Why probes fail; empty when they do not. */
    public synchronized void down(String why) {
        down = why;
    }

    /** Lets connection tests hang at their second step. */
    public synchronized void hangAtIdentity(CountDownLatch until) {
        identityHangs = until;
    }

    /** Makes its setting one that must be given. */
    public synchronized void requires(String setting) {
        required = settings().get(0).name().equals(setting);
    }

    /** Credentials of the sessions opened so far. */
    public synchronized List<String> secrets() {
        return List.copyOf(secrets);
    }

    /** Runs before each listing is answered. */
    public synchronized void beforeList(Runnable action) {
        beforeList = action;
    }

    /** What is there now. */
    public synchronized List<Thing> things() {
        return List.copyOf(things.values());
    }

    /** All calls so far as {@code verb name}. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    /** Number of calls of one verb. */
    public synchronized long count(String verb) {
        return calls.stream().filter(call -> call.startsWith(verb + " ")).count();
    }

    /** Sessions that are open now. */
    public int open() {
        return open.get();
    }

    /** Lets arrive what was sent long ago. */
    public synchronized void arrive() {
        late.forEach(thing -> things.put(thing.handle(), thing));
        late.clear();
    }

    /** Puts a thing there that nobody of us asked for. */
    public synchronized String plant(String endpoint, String token, ResourceSpec spec) {
        return make(endpoint, token, spec, ResourceState.ACTIVE).handle();
    }

    /** Changes the state of all things of a name; MISSING removes them. */
    public synchronized void turn(String name, ResourceState state) {
        for (Thing thing : List.copyOf(things.values())) {
            if (thing.spec().name().equals(name)) {
                if (state == ResourceState.MISSING) {
                    things.remove(thing.handle());
                } else {
                    things.put(thing.handle(), with(thing, thing.spec(), state));
                }
            }
        }
    }

    /** Lets things of a name tell one more fact. */
    public synchronized void fact(String name, String key, String value) {
        facts.computeIfAbsent(name, known -> new HashMap<>()).put(key, value);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public synchronized List<SettingField> settings() {
        return List.of(new SettingField("region", "Region", "Where it is.", "one", required));
    }

    @Override
    public VimSession open(VimConnection connection) {
        open.incrementAndGet();
        synchronized (this) {
            secrets.add(connection.secret());
        }
        return new Session(connection.endpoint());
    }

    Observation create(String endpoint, ResourceSpec spec, String token) {
        Optional<Reaction> reaction = enter("create", spec.name());
        if (reaction.orElse(null) instanceof Reaction.ArriveLate) {
            synchronized (this) {
                late.add(thing(endpoint, token, spec, ResourceState.ACTIVE));
            }
            throw new TelamonException(ErrorCode.VIM_TIMEOUT, "no answer to create");
        }
        ResourceState state =
                reaction.orElse(null) instanceof Reaction.Make make
                        ? make.state()
                        : ResourceState.ACTIVE;
        Thing made;
        synchronized (this) {
            made = make(endpoint, token, spec, state);
        }
        leave(reaction);
        return seen(made);
    }

    Optional<Observation> find(String endpoint, String token) {
        leave(enter("find", token));
        return mine(endpoint).stream()
                .filter(thing -> thing.token().equals(token))
                .findFirst()
                .map(this::seen);
    }

    Observation observe(String handle) {
        leave(enter("observe", name(handle)));
        Thing thing = thing(handle);
        return thing == null ? Observation.missing(handle) : seen(thing);
    }

    Observation update(String handle, ResourceSpec to) {
        Optional<Reaction> reaction = enter("update", to.name());
        synchronized (this) {
            things.computeIfPresent(handle, (key, thing) -> with(thing, to, thing.state()));
        }
        leave(reaction);
        return observe(handle);
    }

    void delete(String handle) {
        Optional<Reaction> reaction = enter("delete", name(handle));
        synchronized (this) {
            if (reaction.orElse(null) instanceof Reaction.Make make) {
                things.computeIfPresent(
                        handle, (key, thing) -> with(thing, thing.spec(), make.state()));
            } else {
                things.remove(handle);
            }
        }
        leave(reaction);
    }

    List<Observation> list(String endpoint, Class<? extends ResourceSpec> kind) {
        Optional<Reaction> reaction = enter("list", kind.getSimpleName());
        leave(reaction);
        if (reaction.orElse(null) instanceof Reaction.HideAll) {
            return List.of();
        }
        List<Observation> seen =
                mine(endpoint).stream()
                        .filter(thing -> kind.isInstance(thing.spec()))
                        .map(this::seen)
                        .toList();
        Runnable action;
        synchronized (this) {
            action = beforeList;
        }
        action.run();
        return seen;
    }

    private synchronized List<Thing> mine(String endpoint) {
        return things.values().stream().filter(t -> t.endpoint().equals(endpoint)).toList();
    }

    private synchronized Thing thing(String handle) {
        return things.get(handle);
    }

    private String name(String handle) {
        Thing thing = thing(handle);
        return thing == null ? handle : thing.spec().name();
    }

    private Thing make(String endpoint, String token, ResourceSpec spec, ResourceState state) {
        Thing made = thing(endpoint, token, spec, state);
        things.put(made.handle(), made);
        return made;
    }

    private Thing thing(String endpoint, String token, ResourceSpec spec, ResourceState state) {
        return new Thing("h" + handles.incrementAndGet(), token, endpoint, spec, state);
    }

    private static Thing with(Thing thing, ResourceSpec spec, ResourceState state) {
        return new Thing(thing.handle(), thing.token(), thing.endpoint(), spec, state);
    }

    private synchronized Observation seen(Thing thing) {
        Map<String, String> attributes =
                new HashMap<>(facts.getOrDefault(thing.spec().name(), Map.of()));
        attributes.put("port/eth0", "port-" + thing.handle());
        return new Observation(
                thing.handle(),
                thing.token(),
                thing.state(),
                attributes,
                thing.state() == ResourceState.ERROR ? "no host was found" : "",
                Duration.ZERO);
    }

    private Optional<Reaction> enter(String verb, String name) {
        Optional<Reaction> reaction;
        synchronized (this) {
            calls.add(verb + " " + name);
            reaction = next(verb + " " + name).or(() -> next(verb + " *"));
        }
        if (reaction.orElse(null) instanceof Reaction.Fail fail) {
            throw new TelamonException(fail.code(), "%s of %s failed", verb, name)
                    .withPause(fail.pause());
        }
        if (reaction.orElse(null) instanceof Reaction.Crash) {
            throw new IllegalStateException("a defect of the plug-in");
        }
        if (reaction.orElse(null) instanceof Reaction.Hang hang) {
            await(hang.until());
        }
        if (reaction.orElse(null) instanceof Reaction.HangThenFail hang) {
            await(hang.until());
            throw new TelamonException(hang.code(), "%s of %s failed", verb, name);
        }
        return reaction;
    }

    private static void leave(Optional<Reaction> reaction) {
        if (reaction.orElse(null) instanceof Reaction.Lose lose) {
            throw new TelamonException(lose.code(), "the answer was lost");
        }
    }

    private static void await(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Reaction> next(String key) {
        Deque<Reaction> reactions = script.get(key);
        return reactions == null ? Optional.empty() : Optional.ofNullable(reactions.poll());
    }

    /** One account in use. */
    private final class Session implements VimSession {
        private final String endpoint;

        private Session(String endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        public Health probe() {
            synchronized (FakeCloud.this) {
                calls.add("probe " + endpoint);
                return new Health(down.isEmpty(), down, Duration.ZERO);
            }
        }

        @Override
        public void check(Consumer<CheckStep> seen) {
            seen.accept(step("reachability", CheckStep.Outcome.OK, endpoint + " answers"));
            CountDownLatch hangs;
            String why;
            synchronized (FakeCloud.this) {
                hangs = identityHangs;
                why = down;
            }
            await(hangs);
            seen.accept(
                    why.isEmpty()
                            ? step("identity", CheckStep.Outcome.OK, "signed in")
                            : step("identity", CheckStep.Outcome.FAILED, why));
        }

        private static CheckStep step(String name, CheckStep.Outcome outcome, String detail) {
            return new CheckStep(name, outcome, detail, Duration.ofMillis(1));
        }

        @Override
        public Set<String> abilities() {
            return Set.of();
        }

        @Override
        public <S extends ResourceSpec> Optional<ResourceOperator<S>> operator(Class<S> kind) {
            synchronized (FakeCloud.this) {
                return Optional.of(new FakeOperator<>(FakeCloud.this, endpoint, kind, identity));
            }
        }

        @Override
        public Inventory inventory() {
            leave(enter("inventory", endpoint));
            return new Inventory(
                    Instant.now(),
                    Set.of(),
                    Map.of(Inventory.ANY, Inventory.ANY),
                    Map.of(),
                    Set.of("zone-1"),
                    Quota.unlimited(),
                    Quota.zero());
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }
}

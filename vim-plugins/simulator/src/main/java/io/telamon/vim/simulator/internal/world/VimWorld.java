/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.simkit.Answer;
import io.telamon.simkit.Call;
import io.telamon.simkit.Json;
import io.telamon.simkit.Refusal;
import io.telamon.simkit.Route;
import io.telamon.simkit.World;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One simulated cloud. Its state is guarded by its own monitor, which is held for computing only;
 * the journal line is written first, so that what a client was told survives the process.
 */
public final class VimWorld implements World {
    private static final String PUT = "put";
    private static final String DROP = "drop";
    private static final String SETTINGS = "settings";
    private static final String LAST = "last";
    private static final int MAX_PAGE = 1000;

    private final String name;
    private final Scribe scribe;
    private final Clock clock;
    private final Estate estate = new Estate();
    private final Maker maker = new Maker(estate);
    private volatile WorldSettings settings; // written under the monitor

    /** An empty cloud with these settings. */
    public VimWorld(String name, Scribe scribe, Clock clock, WorldSettings settings) {
        this.name = name;
        this.scribe = scribe;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public Answer answer(Call call) {
        Route route = call.route();
        return switch (route.verb()) {
            case "probe" -> Answer.of(200, summary());
            case "inventory" -> Answer.of(200, inventory());
            case "create" -> create(Kind.of(route.kind()), call.read(CreateBody.class));
            case "find" -> Answer.of(200, found(Kind.of(route.kind()), route.query("token")));
            case "list" -> Answer.of(200, page(Kind.of(route.kind()), route));
            case "observe" -> Answer.of(200, observe(Kind.of(route.kind()), route.id()));
            case "update" -> Answer.of(200, update(route, call.read(Draft.class)));
            case "act" -> Answer.of(200, act(route, call));
            case "delete" -> {
                delete(Kind.of(route.kind()), route.id());
                yield Answer.empty(204);
            }
            default -> throw new Refusal(405, "no-such-call", "No verb %s", route.verb());
        };
    }

    private Answer create(Kind kind, CreateBody body) {
        ThingView made;
        boolean present;
        synchronized (this) {
            long now = now();
            Optional<Thing> there = present(kind, body);
            present = there.isPresent();
            made = ThingView.of(there.orElseGet(() -> make(kind, body, now)), now);
        }
        return Answer.of(present ? 200 : 201, made);
    }

    private Optional<Thing> present(Kind kind, CreateBody body) {
        if (kind.uniqueName()) {
            Optional<Thing> same = estate.shelf(kind).name(body.draft().name());
            same.ifPresent(thing -> checkSame(thing, body.draft()));
            return same.filter(thing -> !thing.leaving());
        }
        return settings.dedupe() && !body.token().isEmpty()
                ? estate.shelf(kind).token(body.token()).filter(thing -> !thing.leaving())
                : Optional.empty();
    }

    private static void checkSame(Thing thing, Draft draft) {
        String key = thing.kind() == Kind.IMAGE ? "sha256" : "vcpus";
        String wanted = draft.text(key);
        String found = thing.attributes().getOrDefault(key, "");
        if (!wanted.isEmpty() && !found.isEmpty() && !wanted.equalsIgnoreCase(found)) {
            throw new Refusal(
                    409,
                    "exists",
                    "There is another %s %s with %s %s",
                    thing.kind().path(),
                    draft.name(),
                    key,
                    found);
        }
    }

    private Thing make(Kind kind, CreateBody body, long now) {
        Thing thing = maker.make(kind, body.token(), body.draft(), settings, now);
        keep(thing);
        return thing;
    }

    private void keep(Thing thing) {
        scribe.write(PUT, thing);
        estate.enter(thing);
    }

    private synchronized Page found(Kind kind, String token) {
        long now = now();
        List<ThingView> things =
                estate.shelf(kind).token(token).map(thing -> ThingView.of(thing, now)).stream()
                        .toList();
        return new Page(things, 0);
    }

    /** Things with a token, in pages by running number. */
    private synchronized Page page(Kind kind, Route route) {
        long now = now();
        long limit = Math.min(MAX_PAGE, route.number("limit", MAX_PAGE));
        List<ThingView> things = new ArrayList<>();
        for (Thing thing : estate.shelf(kind).after(route.number("after", 0)).values()) {
            if (things.size() >= limit) {
                return new Page(things, number(things.get(things.size() - 1)));
            }
            if (!thing.token().isEmpty()) {
                things.add(ThingView.of(thing, now));
            }
        }
        return new Page(things, 0);
    }

    private static long number(ThingView view) {
        return Long.parseLong(view.id().substring(view.id().lastIndexOf('-') + 1));
    }

    private synchronized ThingView observe(Kind kind, String id) {
        long now = now();
        return ThingView.of(thing(kind, id), now);
    }

    private Thing thing(Kind kind, String id) {
        return estate.shelf(kind)
                .id(id)
                .orElseThrow(
                        () -> new Refusal(404, "not-found", "There is no %s %s", kind.path(), id));
    }

    private synchronized ThingView update(Route route, Draft to) {
        long now = now();
        Thing thing = thing(Kind.of(route.kind()), route.id());
        Thing changed = new Changes(estate).update(thing, to);
        estate.usage().minus(Usage.of(thing)).check(settings.limits(), Usage.of(changed));
        keep(changed);
        return ThingView.of(changed, now);
    }

    private ThingView act(Route route, Call call) {
        JsonNode arguments = call.read(JsonNode.class);
        synchronized (this) {
            long now = now();
            Thing thing = thing(Kind.of(route.kind()), route.id());
            long ready = now + settings.timing().build(thing.kind());
            Thing changed = new Changes(estate).act(thing, route.query("action"), arguments, ready);
            keep(changed);
            return ThingView.of(changed, now);
        }
    }

    private synchronized void delete(Kind kind, String id) {
        long now = now();
        Thing thing = thing(kind, id);
        if (thing.leaving()) {
            return;
        }
        if (kind != Kind.SERVER && !estate.users(id).isEmpty()) {
            refuseUsed(thing, estate.users(id).toString());
        }
        estate.outside().dependant(thing).ifPresent(user -> refuseUsed(thing, user.id()));
        long time = settings.timing().delete(kind);
        if (time > 0) {
            keep(thing.leavingAt(now + time));
        } else {
            drop(thing);
        }
    }

    private static void refuseUsed(Thing thing, String user) {
        throw new Refusal(
                409, "in-use", "The %s %s is used by %s", thing.kind().path(), thing.id(), user);
    }

    private void drop(Thing thing) {
        scribe.write(DROP, new Gone(thing.kind(), thing.id()));
        estate.drop(thing);
    }

    private synchronized ObjectNode inventory() {
        now();
        return Reports.inventory(settings, estate);
    }

    @Override
    public boolean admits(String secret) {
        return settings.secret().isEmpty() || settings.secret().equals(secret);
    }

    @Override
    public long latencyMs() {
        return settings.timing().latencyMs();
    }

    @Override
    public synchronized ObjectNode summary() {
        now();
        return Reports.summary(name, estate);
    }

    @Override
    public synchronized ObjectNode dump() {
        long now = now();
        return Reports.dump(name, settings, estate, now);
    }

    @Override
    public synchronized void configure(JsonNode patch) {
        WorldSettings next =
                Json.convert(Json.merge(Json.tree(settings), patch), WorldSettings.class);
        if (!next.equals(settings)) {
            scribe.write(SETTINGS, next);
            settings = next;
        }
        for (String network : next.networks()) {
            if (estate.shelf(Kind.NETWORK).name(network).isEmpty()) {
                make(Kind.NETWORK, new CreateBody("", Draft.of(network, null)), now());
            }
        }
    }

    @Override
    public synchronized boolean vanish(String kind, String id) {
        now();
        Optional<Thing> thing = estate.shelf(Kind.of(kind)).id(id);
        thing.ifPresent(this::drop);
        return thing.isPresent();
    }

    @Override
    public synchronized boolean spoil(String kind, String id, String fault) {
        now();
        Optional<Thing> thing = estate.shelf(Kind.of(kind)).id(id);
        thing.ifPresent(one -> keep(one.broken(fault)));
        return thing.isPresent();
    }

    @Override
    public synchronized void replay(String op, JsonNode data) {
        switch (op) {
            case PUT -> estate.enter(Json.convert(data, Thing.class));
            case DROP -> {
                Gone gone = Json.convert(data, Gone.class);
                estate.shelf(gone.kind()).id(gone.id()).ifPresent(estate::drop);
            }
            case SETTINGS -> settings = Json.convert(data, WorldSettings.class);
            case LAST -> estate.used(data.asLong());
            default -> throw new IllegalStateException("Unknown line in the journal: " + op);
        }
    }

    @Override
    public synchronized Stream<Line> snapshot() {
        now();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(SETTINGS, settings));
        lines.add(new Line(LAST, estate.next() - 1));
        estate.all().forEach(thing -> lines.add(new Line(PUT, thing)));
        return lines.stream();
    }

    /** The time, after what is due by now has gone. */
    private long now() {
        long now = clock.millis();
        estate.settle(now);
        return now;
    }

    /**
     * Body of a create.
     *
     * @param token request token, may be empty
     * @param draft what to make
     */
    public record CreateBody(String token, Draft draft) {
        /** Null means empty. */
        public CreateBody {
            token = token == null ? "" : token;
            draft = draft == null ? Draft.of("", null) : draft;
        }
    }

    /**
     * Some things.
     *
     * @param things oldest first
     * @param next {@code after} of the next page, 0 when this is the last
     */
    public record Page(List<ThingView> things, long next) {}

    /**
     * Line of the journal for a thing that is gone.
     *
     * @param kind what it was
     * @param id which one
     */
    record Gone(Kind kind, String id) {}
}

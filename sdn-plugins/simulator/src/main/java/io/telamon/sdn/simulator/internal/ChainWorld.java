/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.simulator.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.simkit.Answer;
import io.telamon.simkit.Call;
import io.telamon.simkit.Json;
import io.telamon.simkit.Refusal;
import io.telamon.simkit.Route;
import io.telamon.simkit.World;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One simulated controller with its chains. Its state is guarded by its own monitor. */
final class ChainWorld implements World {
    static final String KIND = "chain";
    private static final String PUT = "put";
    private static final String DROP = "drop";
    private static final String SETTINGS = "settings";
    private static final String LAST = "last";

    private final String name;
    private final Scribe scribe;
    private final Clock clock;
    private final Map<String, Chain> chains = new LinkedHashMap<>(); // oldest first
    private final Map<String, Set<String>> byToken = new HashMap<>(); // ids, oldest first
    private long last;
    private volatile ControllerSettings settings; // written under the monitor

    ChainWorld(String name, Scribe scribe, Clock clock, ControllerSettings settings) {
        this.name = name;
        this.scribe = scribe;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public Answer answer(Call call) {
        Route route = call.route();
        if (!route.kind().isEmpty() && !KIND.equals(route.kind())) {
            throw new Refusal(404, "no-such-kind", "This controller has no %s", route.kind());
        }
        return switch (route.verb()) {
            case "probe" -> Answer.of(200, summary());
            case "create" -> create(call.read(CreateBody.class));
            case "find" -> Answer.of(200, found(route.query("token")));
            case "list" -> Answer.of(200, all());
            case "observe" -> Answer.of(200, observe(route.id()));
            case "update" -> Answer.of(200, update(route.id(), call.read(Chain.Draft.class)));
            case "delete" -> {
                delete(route.id());
                yield Answer.empty(204);
            }
            default -> throw new Refusal(405, "no-such-call", "No verb %s", route.verb());
        };
    }

    private Answer create(CreateBody body) {
        Chain.Draft draft = body.draft().checked();
        synchronized (this) {
            Optional<Chain> there =
                    settings.dedupe() && !body.token().isEmpty()
                            ? byToken(body.token())
                            : Optional.empty();
            Chain chain = there.orElseGet(() -> make(body.token(), draft));
            return Answer.of(there.isPresent() ? 200 : 201, view(chain));
        }
    }

    private Chain make(String token, Chain.Draft draft) {
        if (settings.maxChains() >= 0 && chains.size() >= settings.maxChains()) {
            throw new Refusal(409, "quota", "Quota exceeded: %d chains are there", chains.size());
        }
        long now = clock.millis();
        Chain chain =
                new Chain(KIND + "-" + (last + 1), token, now, now + settings.buildMs(), draft, "");
        keep(chain);
        return chain;
    }

    private void keep(Chain chain) {
        scribe.write(PUT, chain);
        enter(chain);
    }

    private void enter(Chain chain) {
        last = Math.max(last, chain.number());
        chains.put(chain.id(), chain);
        if (!chain.token().isEmpty()) {
            byToken.computeIfAbsent(chain.token(), any -> new LinkedHashSet<>()).add(chain.id());
        }
    }

    private void leave(String id) {
        Chain chain = chains.remove(id);
        if (chain != null && byToken.containsKey(chain.token())) {
            Set<String> ids = byToken.get(chain.token());
            ids.remove(id);
            if (ids.isEmpty()) {
                byToken.remove(chain.token());
            }
        }
    }

    private Optional<Chain> byToken(String token) {
        return byToken.getOrDefault(token, Set.of()).stream().findFirst().map(chains::get);
    }

    private synchronized Page found(String token) {
        return new Page(byToken(token).map(this::view).stream().toList());
    }

    private synchronized Page all() {
        return new Page(
                chains.values().stream()
                        .filter(chain -> !chain.token().isEmpty())
                        .map(this::view)
                        .toList());
    }

    private Chain chain(String id) {
        Chain chain = chains.get(id);
        if (chain == null) {
            throw new Refusal(404, "not-found", "There is no chain %s", id);
        }
        return chain;
    }

    private synchronized ChainView observe(String id) {
        return view(chain(id));
    }

    private synchronized ChainView update(String id, Chain.Draft to) {
        Chain changed = chain(id).with(to.checked());
        keep(changed);
        return view(changed);
    }

    private synchronized void delete(String id) {
        drop(chain(id));
    }

    private void drop(Chain chain) {
        scribe.write(DROP, chain.id());
        leave(chain.id());
    }

    private ChainView view(Chain chain) {
        return new ChainView(
                chain.id(),
                chain.token(),
                chain.draft().name(),
                chain.state(clock.millis()),
                chain.fault(),
                Instant.ofEpochMilli(chain.created()).toString(),
                chain.draft());
    }

    @Override
    public boolean admits(String secret) {
        return settings.secret().isEmpty() || settings.secret().equals(secret);
    }

    @Override
    public long latencyMs() {
        return settings.latencyMs();
    }

    @Override
    public synchronized ObjectNode summary() {
        ObjectNode result = Json.object().put("name", name).put("total", chains.size());
        result.putObject("counts").put(KIND, chains.size());
        return result;
    }

    @Override
    public synchronized ObjectNode dump() {
        ObjectNode result = summary();
        ObjectNode shown = Json.tree(settings);
        shown.put("secret", settings.secret().isEmpty() ? "" : "***");
        result.set("settings", shown);
        ArrayNode things = result.putArray("things");
        chains.values().forEach(chain -> things.add(Json.tree(view(chain))));
        Map<String, Set<String>> duplicates = new HashMap<>(byToken);
        duplicates.values().removeIf(ids -> ids.size() < 2);
        result.set("duplicates", Json.tree(duplicates));
        return result;
    }

    @Override
    public synchronized void configure(JsonNode patch) {
        ControllerSettings next =
                Json.convert(Json.merge(Json.tree(settings), patch), ControllerSettings.class);
        if (!next.equals(settings)) {
            scribe.write(SETTINGS, next);
            settings = next;
        }
    }

    @Override
    public synchronized boolean vanish(String kind, String id) {
        Optional<Chain> chain = Optional.ofNullable(chains.get(id));
        chain.ifPresent(this::drop);
        return chain.isPresent();
    }

    @Override
    public synchronized boolean spoil(String kind, String id, String fault) {
        Optional<Chain> chain = Optional.ofNullable(chains.get(id));
        chain.ifPresent(one -> keep(one.broken(fault)));
        return chain.isPresent();
    }

    @Override
    public synchronized void replay(String op, JsonNode data) {
        switch (op) {
            case PUT -> enter(Json.convert(data, Chain.class));
            case DROP -> leave(data.asText());
            case SETTINGS -> settings = Json.convert(data, ControllerSettings.class);
            case LAST -> last = Math.max(last, data.asLong());
            default -> throw new IllegalStateException("Unknown line in the journal: " + op);
        }
    }

    @Override
    public synchronized Stream<Line> snapshot() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(SETTINGS, settings));
        lines.add(new Line(LAST, last));
        chains.values().forEach(chain -> lines.add(new Line(PUT, chain)));
        return lines.stream();
    }

    /**
     * Body of a create.
     *
     * @param token request token, may be empty
     * @param draft what to make
     */
    record CreateBody(String token, Chain.Draft draft) {
        /** Null means empty. */
        CreateBody {
            token = token == null ? "" : token;
            draft = draft == null ? new Chain.Draft("", null, null, false) : draft;
        }
    }

    /**
     * Some chains.
     *
     * @param things oldest first
     */
    record Page(List<ChainView> things) {}
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * A provider with many worlds, and the script of what goes wrong there. A world is born at the
 * first call that names it. Thread-safe; a call that is held or slow blocks its own thread only.
 */
public final class Cloud implements AutoCloseable {
    private static final String FORGET = "forget";
    private static final String GARBAGE = "<html>It works! " + "lorem ipsum ".repeat(400);

    private final Map<String, World> worlds = new ConcurrentHashMap<>();
    private final Factory factory;
    private final Faults faults = new Faults();
    private final Gates gates = new Gates();
    private final CallCounts counts = new CallCounts();
    private final AtomicReference<Optional<Journal>> journal =
            new AtomicReference<>(Optional.empty());

    private Cloud(Factory factory) {
        this.factory = factory;
    }

    /** A provider that forgets everything when it ends. */
    public static Cloud inMemory(Factory factory) {
        return new Cloud(factory);
    }

    /** A provider that restores its worlds from a file and goes on writing it. */
    public static Cloud at(Path file, Factory factory) throws IOException {
        Cloud cloud = new Cloud(factory);
        Journal journal = Journal.take(file);
        journal.read(cloud::restore);
        journal.rewrite(cloud.worlds.entrySet().stream().flatMap(Cloud::lines));
        cloud.journal.set(Optional.of(journal));
        return cloud;
    }

    private void restore(String world, String op, JsonNode data) {
        if (FORGET.equals(op)) {
            worlds.remove(world);
        } else {
            world(world).replay(op, data);
        }
    }

    private static Stream<Journal.Entry> lines(Map.Entry<String, World> named) {
        return named.getValue()
                .snapshot()
                .map(line -> new Journal.Entry(named.getKey(), line.op(), line.data()));
    }

    /** The world of this name, new when there was none. */
    public World world(String name) {
        return worlds.computeIfAbsent(
                name, any -> factory.make(name, (op, data) -> write(name, op, data)));
    }

    private void write(String world, String op, Object data) {
        journal.get().ifPresent(file -> file.append(new Journal.Entry(world, op, data)));
    }

    /** Names of all worlds with their counts. */
    public ObjectNode overview() {
        ObjectNode result = Json.object();
        worlds.forEach((name, world) -> result.set(name, world.summary()));
        return result;
    }

    /** Forgets a world and all in it. */
    public void forget(String name) {
        World gone = worlds.remove(name);
        if (gone != null) {
            write(name, FORGET, Json.object());
        }
    }

    /** Forgets all worlds, faults, gates and counts. */
    public void reset() {
        gates.clear();
        faults.clear();
        counts.reset();
        worlds.keySet().forEach(this::forget);
    }

    /** What goes wrong. */
    public Faults faults() {
        return faults;
    }

    /** Where calls are held. */
    public Gates gates() {
        return gates;
    }

    /** How often what was called. */
    public CallCounts counts() {
        return counts;
    }

    /**
     * Serves one call, with the faults and gates that are armed for it.
     *
     * @return the answer, or empty when the connection shall be dropped without one
     * @throws CallFailed TIMEOUT when the caller's deadline comes first
     */
    public Optional<Answer> serve(Call call) throws InterruptedException {
        counts.begin(call.route());
        String outcome = "dropped";
        try {
            Optional<Answer> answer = scripted(call);
            outcome = answer.map(one -> Integer.toString(one.status())).orElse(outcome);
            return answer;
        } finally {
            counts.end(outcome);
        }
    }

    private Optional<Answer> scripted(Call call) throws InterruptedException {
        World world = world(call.route().world());
        if (!world.admits(call.secret())) {
            return Optional.of(
                    new Refusal(401, "unauthorized", "The credential is not accepted").answer());
        }
        call.deadline().sleep(world.latencyMs());
        gates.pass(call, "arrived");
        Optional<FaultRule> fault = faults.next(call);
        if (fault.isPresent() && !fault.get().afterWork() && !isDelay(fault.get(), call)) {
            return strike(fault.get(), call);
        }
        Answer answer = work(world, call);
        gates.pass(call, "done");
        if (fault.isPresent() && fault.get().afterWork()) {
            return after(fault.get(), call, answer);
        }
        return Optional.of(answer);
    }

    private static boolean isDelay(FaultRule fault, Call call) throws InterruptedException {
        if ("delay".equals(fault.action())) {
            call.deadline().sleep(fault.ms());
            return true;
        }
        return false;
    }

    private static Answer work(World world, Call call) {
        try {
            return world.answer(call);
        } catch (Refusal no) {
            return no.answer();
        } catch (RuntimeException defect) { // the edge of a request: others go on
            return new Refusal(500, "defect", "The simulator failed: %s", defect).answer();
        }
    }

    private static Optional<Answer> strike(FaultRule fault, Call call) throws InterruptedException {
        return switch (fault.action()) {
            case "status" ->
                    Optional.of(
                            fault.body().isEmpty()
                                    ? new Refusal(fault.status(), "scripted", "A scripted fault")
                                            .answer()
                                    : new Answer(fault.status(), fault.body()));
            case "throttle" ->
                    Optional.of(
                            new Refusal(429, "throttled", "Slow down: too many requests").answer());
            case "garbage" ->
                    Optional.of(new Answer(200, fault.body().isEmpty() ? GARBAGE : fault.body()));
            case "hang" -> {
                call.deadline().sleep(fault.ms());
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private Optional<Answer> after(FaultRule fault, Call call, Answer answer)
            throws InterruptedException {
        switch (fault.action()) {
            case "error", "vanish" -> {
                sabotage(fault, call, answer);
                return Optional.of(answer);
            }
            case "delay" -> {
                call.deadline().sleep(fault.ms());
                return Optional.of(answer);
            }
            default -> {
                return strike(fault, call);
            }
        }
    }

    private void sabotage(FaultRule fault, Call call, Answer answer) {
        String kind = call.route().kind();
        String id = call.route().id();
        if (id.isEmpty() && answer.ok()) {
            id =
                    Json.read(answer.body().getBytes(StandardCharsets.UTF_8), ObjectNode.class)
                            .path("id")
                            .asText();
        }
        World world = world(call.route().world());
        if ("vanish".equals(fault.action())) {
            world.vanish(kind, id);
        } else {
            world.spoil(kind, id, fault.body().isEmpty() ? "A scripted fault" : fault.body());
        }
    }

    /** Ends it: held calls go on, and nothing can be changed any more when there is a file. */
    @Override
    public void close() {
        gates.clear();
        journal.get().ifPresent(Journal::close);
    }

    /** Makes worlds. */
    @FunctionalInterface
    public interface Factory {
        /**
         * A new world.
         *
         * @param name its name
         * @param scribe writes its journal
         */
        World make(String name, World.Scribe scribe);
    }
}

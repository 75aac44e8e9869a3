/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What else happens in the life of a service: it nests another one, it grows and shrinks, a machine
 * vanishes behind its back, a create is refused and a person decides. After each chapter the cloud
 * is empty.
 */
public final class LifeTrial {
    private static final Duration CALM = Duration.ofSeconds(60);
    private static final int MACHINES = 3;

    private final Bed bed;
    private final Rest rest;
    private final Services services;
    private final PrintStream out;
    private final Table table = new Table("chapter", "outcome", "left", "as expected");
    private final List<Outcome> outcomes = new ArrayList<>();
    private String nsd;
    private String outer;

    /** A trial on a bed whose Telamon runs and knows the cloud. */
    public LifeTrial(Bed bed, Rest rest, PrintStream out) {
        this.bed = bed;
        this.rest = rest;
        this.services = new Services(rest);
        this.out = out;
    }

    /** What came of one chapter; {@code wrong} is empty when it is as it must be. */
    public record Outcome(String chapter, String wrong) {}

    private interface Chapter {
        String live();
    }

    /** Lives all chapters and prints the table. */
    public List<Outcome> run() {
        Path samples = bed.samples();
        services.onboard(samples.resolve("sol006/edge_web_vnf.tar.gz"));
        services.onboard(samples.resolve("sol006/edge_store_vnf.tar.gz"));
        nsd = services.onboard(samples.resolve("sol006/edge_cache_ns.tar.gz"));
        outer = services.onboard(bed.nesting("edge-cache"));
        live("nested service up and down", this::nested);
        live("scale out and in", this::scaled);
        live("drift reported, healed by a person", this::reported);
        live("drift healed by itself", this::healed);
        live("refused create, retried", () -> refused("retry", "COMPLETED"));
        live("refused create, rolled back", () -> refused("rollback", "ROLLED_BACK"));
        bed.clearCatalog(services);
        out.println(table);
        return outcomes;
    }

    private void live(String name, Chapter chapter) {
        String outcome;
        String wrong = "";
        try {
            outcome = chapter.live();
        } catch (RuntimeException failed) {
            outcome = failed.getMessage();
            wrong = outcome;
        }
        bed.control().clearFaults();
        String left = takeDown();
        wrong += left;
        table.add(name, outcome, bed.left().size(), wrong.isEmpty() ? "yes" : "NO");
        outcomes.add(new Outcome(name, wrong));
    }

    private String nested() {
        String instance = services.create("outer", outer);
        check("COMPLETED", services.awaitRest(services.instantiate(instance, Bed.WORLD)));
        check(MACHINES, servers());
        String inner =
                services.instances().stream()
                        .filter(id -> services.name(id).equals("outer.inner"))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no nested instance"));
        check("INSTANTIATED", services.nsState(inner));
        check("COMPLETED", services.awaitRest(services.terminate(instance)));
        check("NOT_INSTANTIATED", services.nsState(inner));
        services.delete(instance);
        return "3 machines of outer.inner, deleted with outer";
    }

    private String scaled() {
        String instance = up("growing", "report");
        check("COMPLETED", services.awaitRest(services.scale(instance, "web", "scale-web", 2)));
        check(MACHINES + 2, servers());
        check("COMPLETED", services.awaitRest(services.scale(instance, "web", "scale-web", -1)));
        check(MACHINES + 1, servers());
        return "3, 5, 4 machines";
    }

    private String reported() {
        String instance = up("told", "report");
        loseOne();
        audit();
        Await.untilTrue("the loss to be seen", CALM, () -> states(instance).contains("MISSING"));
        check(MACHINES - 1, servers());
        check("COMPLETED", services.awaitRest(services.heal(instance)));
        check(MACHINES, servers());
        check(Set.of("ACTIVE"), states(instance));
        return "MISSING seen, nothing done until asked, then 3 machines";
    }

    private String healed() {
        String instance = up("self", "heal");
        loseOne();
        audit();
        Await.untilTrue(
                "the machine to be back",
                CALM,
                () -> servers() == MACHINES && states(instance).equals(Set.of("ACTIVE")));
        Await.untilTrue("operations to end", CALM, () -> services.openOperations().isEmpty());
        return "3 machines without anybody asking";
    }

    private String refused(String decision, String end) {
        bed.control()
                .fault(
                        ("{\"world\":\"%s\",\"verb\":\"create\",\"kind\":\"server\",\"skip\":1,"
                                        + "\"times\":1,\"do\":\"status\",\"status\":400,"
                                        + "\"body\":\"refused by the trial\"}")
                                .formatted(Bed.WORLD));
        String instance = services.create("hurt", nsd);
        String operation = services.instantiate(instance, Bed.WORLD);
        check("FAILED_TEMP", services.awaitRest(operation));
        services.decide(operation, decision);
        check(end, services.awaitRest(operation));
        check(decision.equals("retry") ? MACHINES : 0, servers());
        return "FAILED_TEMP, then " + end;
    }

    private String up(String name, String drift) {
        String instance = services.create(name, nsd);
        Reply accepted =
                rest.post(
                        "/nslcm/v1/ns_instances/" + instance + "/instantiate",
                        Services.instantiation(Bed.WORLD, drift));
        check("COMPLETED", services.awaitRest(accepted.created()));
        return instance;
    }

    private void loseOne() {
        String id = bed.things(Set.of("server")).iterator().next();
        bed.control().vanish(Bed.WORLD, "server", id);
    }

    private void audit() {
        for (JsonNode lane : rest.get("/api/v1/lanes")) {
            if (lane.path("account").asText().equals(Bed.WORLD)) {
                rest.post("/api/v1/lanes/" + lane.path("lane").asText() + "/audit", Rest.object());
            }
        }
    }

    private Set<String> states(String instance) {
        Set<String> states = new TreeSet<>();
        services.resources(instance).forEach(thing -> states.add(thing.path("state").asText()));
        return states;
    }

    private int servers() {
        return bed.things(Set.of("server")).size();
    }

    private String takeDown() {
        try {
            for (String instance : services.instances()) {
                if (!services.nsState(instance).equals("NOT_INSTANTIATED")) {
                    check("COMPLETED", services.awaitRest(services.terminate(instance)));
                }
                services.delete(instance);
            }
            Await.untilTrue("the cloud to be empty", CALM, () -> bed.left().isEmpty());
            return "";
        } catch (RuntimeException failed) {
            return " not taken down: " + failed.getMessage();
        }
    }

    private static void check(Object expected, Object seen) {
        if (!expected.equals(seen)) {
            throw new IllegalStateException("expected " + expected + ", was " + seen);
        }
    }
}

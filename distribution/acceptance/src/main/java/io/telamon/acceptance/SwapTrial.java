/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Takes bundles away and renews them while operations run, and checks promise 2: operations wait
 * visibly and finish, a second type of cloud goes on at its rate, and no other bundle restarts.
 */
public final class SwapTrial {
    private static final String ALT = "alt";
    private static final Duration CALM = Duration.ofSeconds(180);
    private static final Duration WINDOW = Duration.ofSeconds(15);
    private static final double RATE_KEPT = 0.9;
    private static final int ROUNDS = 5;
    private static final int SERVICES = 10;
    private static final int IN_FLIGHT = 20;
    private static final Set<String> SETTLED = Set.of("DONE", "SKIPPED", "CANCELLED");
    private static final Set<String> KINDS =
            Set.of("server", "network", "server-group", "flavor", "image");

    /** Bundles that are renewed in place, with the folder of each. */
    private static final Map<String, String> RENEWED =
            Map.of(
                    "telamon-nfvo", "bundles/nfvo",
                    "telamon-ro", "bundles/ro",
                    "telamon-northbound-rest", "bundles/northbound-rest",
                    "telamon-sdn-simulator", "sdn-plugins/simulator");

    private final Bed bed;
    private final PrintStream out;
    private final Table table =
            new Table(
                    "bundle",
                    "how",
                    "in flight",
                    "touched bundles",
                    "outcome",
                    "other type before, operations/s",
                    "during",
                    "held");
    private Services services;
    private Pulse pulse;
    private String nsd;
    private boolean good = true;

    /** One swap: what was done to which bundle with how much in flight, and what came of it. */
    private record Swap(
            String bundle, String how, int inFlight, Set<String> touched, String outcome) {}

    /** What the second type of cloud did before, without other load, and during the swap. */
    private record Rates(double before, double during) {}

    /** A trial on a bed. */
    public SwapTrial(Bed bed, PrintStream out) {
        this.bed = bed;
        this.out = out;
    }

    /** Does all swaps and prints the table; true when the promise held. */
    public boolean run() {
        bed.telamon().start(BundleLog.listen(bed.root(), bed.telamon()));
        services = new Services(bed.signIn());
        bed.control()
                .configure(
                        Bed.WORLD, "{\"timing\":{\"latencyMs\":5,\"buildMs\":{\"server\":3000}}}");
        services.addVim(Bed.WORLD, "simulator", bed.world().endpoint(Bed.WORLD));
        services.addVim(ALT, "simulator-alt", bed.world().endpoint(ALT));
        Path samples = bed.samples();
        services.onboard(samples.resolve("sol006/edge_web_vnf.tar.gz"));
        services.onboard(samples.resolve("sol006/edge_store_vnf.tar.gz"));
        nsd = services.onboard(samples.resolve("sol006/edge_cache_ns.tar.gz"));
        bed.deployAlt();
        Await.untilTrue(
                "the second type's plug-in", CALM, () -> services.laneState(ALT).equals("OPEN"));
        long process = bed.telamon().pid().orElseThrow();
        pulse = new Pulse(services, ALT, nsd);
        pulse.rate(WINDOW);
        List<Double> kept = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            kept.add(removeAndReturn());
        }
        kept.sort(Double::compare);
        double median = kept.get(ROUNDS / 2);
        out.printf("The second type kept %.0f %% of its rate (median)%n", 100 * median);
        good &= median >= RATE_KEPT;
        RENEWED.keySet().stream().sorted().forEach(this::renew);
        pulse.close();
        good &= bed.telamon().pid().filter(now -> now == process).isPresent();
        bed.telamon().stop();
        out.println(table);
        return good;
    }

    /**
     * Takes the simulator's jar away with work in flight and a create unanswered; returns which
     * part of its rate the second type of cloud kept.
     */
    private double removeAndReturn() {
        double before = pulse.rate(WINDOW);
        List<String> instances = records();
        String gate = gate();
        List<String> operations = instantiate(instances);
        bed.control().awaitGate(gate, 1, CALM);
        int inFlight = unsettled(operations);
        BundleLog log = new BundleLog(bed.telamon());
        bed.undeploy();
        Await.untilTrue(
                "the lane to say that its plug-in is gone",
                CALM,
                () -> services.laneState(Bed.WORLD).equals("NO_PLUGIN"));
        bed.control().release(gate);
        double meanwhile = pulse.rate(WINDOW);
        List<String> working =
                operations.stream().filter(id -> services.state(id).equals("PROCESSING")).toList();
        List<String> silent = working.stream().filter(id -> !waitsVisibly(id)).toList();
        silent.forEach(id -> out.println("Silent: " + open(id)));
        bed.redeploy();
        boolean ended = allComplete(operations);
        boolean once = onceEach();
        String left = takeDown(instances);
        double after = pulse.rate(WINDOW);
        double alone = (before + after) / 2;
        Set<String> touched = log.touched();
        String outcome =
                "1 create unanswered; %d of %d unfinished operations say that they wait for the plug-in; all completed %s, nothing twice %s, left %s"
                        .formatted(
                                working.size() - silent.size(), working.size(), ended, once, left);
        record(
                new Swap("telamon-vim-simulator", "jar out and back", inFlight, touched, outcome),
                new Rates(alone, meanwhile),
                ended
                        && once
                        && !working.isEmpty()
                        && silent.isEmpty()
                        && left.equals("nothing")
                        && inFlight >= IN_FLIGHT
                        && touched.equals(Set.of("telamon-vim-simulator")));
        return meanwhile / alone;
    }

    /** Renews a bundle in place from its jar while services are brought to life. */
    private void renew(String bundle) {
        double before = pulse.rate(WINDOW);
        List<String> instances = records();
        List<String> operations = instantiate(instances);
        int inFlight = unsettled(operations);
        BundleLog log = new BundleLog(bed.telamon());
        Pulse.Mark mark = pulse.mark();
        Path jar =
                bed.root().resolve(RENEWED.get(bundle)).resolve("target/" + bundle + "-0.1.0.jar");
        new Shell(bed.root(), bed.telamon()).run("bundle:update " + bundle + " " + jar.toUri());
        boolean ended = allComplete(operations);
        double meanwhile = mark.rate();
        boolean once = onceEach();
        String left = takeDown(instances);
        Set<String> touched = log.touched();
        record(
                new Swap(
                        bundle,
                        "updated in place",
                        inFlight,
                        touched,
                        "all completed %s, nothing twice %s, left %s".formatted(ended, once, left)),
                new Rates(before, meanwhile),
                ended
                        && once
                        && left.equals("nothing")
                        && inFlight >= IN_FLIGHT
                        && touched.equals(Set.of(bundle)));
    }

    private void record(Swap swap, Rates rates, boolean held) {
        good &= held;
        table.add(
                swap.bundle(),
                swap.how(),
                swap.inFlight(),
                String.join(", ", swap.touched()),
                swap.outcome(),
                "%.1f".formatted(rates.before()),
                "%.1f (%.0f %%)".formatted(rates.during(), 100 * rates.during() / rates.before()),
                held ? "yes" : "NO");
        out.println(swap + " " + rates + (held ? "" : " NOT HELD"));
    }

    private String gate() {
        return bed.control()
                .gate(
                        "{\"world\":\"%s\",\"verb\":\"create\",\"kind\":\"server\",\"moment\":\"done\",\"nth\":3,\"hold\":1}"
                                .formatted(Bed.WORLD));
    }

    /** True when a task of the operation says that it waits for the plug-in. */
    private boolean waitsVisibly(String operation) {
        for (JsonNode task : services.tasks(operation)) {
            if (task.path("waitingFor").asText().contains("plug-in")) {
                return true;
            }
        }
        return false;
    }

    /** What the unsettled tasks of an operation say of themselves. */
    private List<String> open(String operation) {
        List<String> said = new ArrayList<>();
        for (JsonNode task : services.tasks(operation)) {
            if (!SETTLED.contains(task.path("state").asText())) {
                said.add(
                        task.path("key").asText()
                                + " "
                                + task.path("state").asText()
                                + " '"
                                + task.path("waitingFor").asText()
                                + "'");
            }
        }
        return said;
    }

    private boolean allComplete(List<String> operations) {
        return operations.stream().allMatch(id -> awaitThroughSwap(id).equals("COMPLETED"));
    }

    private String awaitThroughSwap(String operation) {
        return Await.until(
                "operation " + operation + " to end",
                CALM,
                () ->
                        Optional.of(Pulse.patient(() -> services.state(operation)))
                                .filter(state -> !state.equals("PROCESSING")));
    }

    private boolean onceEach() {
        return bed.thingsByToken(KINDS).values().stream().allMatch(count -> count == 1);
    }

    private List<String> records() {
        List<String> instances = new ArrayList<>();
        for (int i = 0; i < SERVICES; i++) {
            instances.add(services.create("swap-" + System.nanoTime(), nsd));
        }
        return instances;
    }

    private List<String> instantiate(List<String> instances) {
        List<String> operations = new CopyOnWriteArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (String instance : instances) {
            Thread thread =
                    new Thread(() -> operations.add(services.instantiate(instance, Bed.WORLD)));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        if (operations.size() != instances.size()) {
            throw new IllegalStateException("Not every order was accepted: " + operations);
        }
        return operations;
    }

    private int unsettled(List<String> operations) {
        int sum = 0;
        for (String operation : operations) {
            for (JsonNode task : services.tasks(operation)) {
                if (!SETTLED.contains(task.path("state").asText())) {
                    sum++;
                }
            }
        }
        return sum;
    }

    /** Terminates and deletes what the swap began; what is left then, in words. */
    private String takeDown(List<String> instances) {
        List<String> ends = instances.stream().map(services::terminate).toList();
        ends.forEach(services::awaitRest);
        instances.forEach(services::delete);
        try {
            Await.untilTrue("an empty cloud", WINDOW, () -> bed.things(KINDS).isEmpty());
            return "nothing";
        } catch (IllegalStateException late) {
            return bed.left().toString();
        }
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes bundles away and renews them while operations run, and checks promise 2: operations wait
 * visibly and finish, a second type of cloud goes on at its rate, and no other bundle restarts.
 */
public final class SwapTrial {
    private static final String ALT = "alt";
    private static final Duration CALM = Duration.ofSeconds(120);
    private static final Duration WINDOW = Duration.ofSeconds(12);
    private static final double RATE_KEPT = 0.9;
    private static final int SERVICES = 8;

    private final Bed bed;
    private final PrintStream out;
    private final Table table =
            new Table("bundle", "how", "in flight", "restarted bundles", "outcome");
    private Services services;
    private String nsd;
    private boolean good = true;

    /** A trial on a bed. */
    public SwapTrial(Bed bed, PrintStream out) {
        this.bed = bed;
        this.out = out;
    }

    /** Does all swaps and prints the table; true when the promise held. */
    public boolean run() {
        bed.telamon().start();
        services = new Services(bed.signIn());
        services.addVim(Bed.WORLD, "simulator", bed.world().endpoint(Bed.WORLD));
        services.addVim(ALT, "simulator-alt", bed.world().endpoint(ALT));
        Path samples = bed.samples();
        services.onboard(samples.resolve("sol006/edge_web_vnf.tar.gz"));
        services.onboard(samples.resolve("sol006/edge_store_vnf.tar.gz"));
        nsd = services.onboard(samples.resolve("sol006/edge_cache_ns.tar.gz"));
        bed.deployAlt();
        removeAndReturn();
        for (String bundle :
                List.of(
                        "telamon-nfvo",
                        "telamon-ro",
                        "telamon-northbound-rest",
                        "telamon-sdn-simulator")) {
            renew(bundle);
        }
        bed.telamon().stop();
        out.println(table);
        return good;
    }

    /** Takes the simulator's jar away with work in flight and a create unanswered. */
    private void removeAndReturn() {
        double alone = rate();
        String gate =
                bed.control()
                        .gate(
                                "{\"world\":\"%s\",\"verb\":\"create\",\"kind\":\"server\",\"moment\":\"done\",\"nth\":3,\"hold\":1}"
                                        .formatted(Bed.WORLD));
        List<String> operations = begin();
        bed.control().awaitGate(gate, 1, CALM);
        int inFlight = unsettled(operations);
        BundleLog log = new BundleLog(bed.telamon());
        bed.undeploy();
        Await.untilTrue(
                "the lane to say that its plug-in is gone",
                CALM,
                () -> services.laneState(Bed.WORLD).equals("NO_PLUGIN"));
        bed.control().release(gate);
        double meanwhile = rate();
        boolean waiting =
                operations.stream().anyMatch(id -> services.state(id).equals("PROCESSING"));
        bed.redeploy();
        boolean ended =
                operations.stream().allMatch(id -> services.awaitRest(id).equals("COMPLETED"));
        boolean once =
                bed.thingsByToken(Set.of("server", "network")).values().stream()
                        .allMatch(n -> n == 1);
        boolean kept = meanwhile >= RATE_KEPT * alone;
        Set<String> restarted = log.restarted();
        boolean alone1 = restarted.stream().allMatch(name -> name.contains("simulator"));
        String outcome =
                "waited %s, all completed %s, nothing twice %s, second type at %.0f %% of its rate"
                        .formatted(waiting, ended, once, 100 * meanwhile / alone);
        record(
                new Swap(
                        "telamon-vim-simulator",
                        "jar removed and put back",
                        inFlight,
                        restarted,
                        outcome),
                waiting && ended && once && kept && alone1 && inFlight >= 20);
        takeDown(operations);
    }

    /** Renews a bundle in place while services are brought to life. */
    private void renew(String bundle) {
        List<String> operations = begin();
        int inFlight = unsettled(operations);
        BundleLog log = new BundleLog(bed.telamon());
        new Shell(bed.root(), bed.telamon()).run("bundle:update " + bundle);
        boolean ended =
                operations.stream().allMatch(id -> awaitThroughSwap(id).equals("COMPLETED"));
        Set<String> restarted = log.restarted();
        record(
                new Swap(bundle, "updated in place", inFlight, restarted, "all completed " + ended),
                ended && restarted.equals(Set.of(bundle)));
        takeDown(operations);
    }

    /** One swap: what was done to which bundle with how much in flight, and what came of it. */
    private record Swap(
            String bundle, String how, int inFlight, Set<String> restarted, String outcome) {}

    private void record(Swap swap, boolean held) {
        good &= held;
        table.add(
                swap.bundle(),
                swap.how(),
                swap.inFlight(),
                String.join(", ", swap.restarted()),
                swap.outcome() + (held ? "" : " (NOT HELD)"));
        out.println(swap);
    }

    private String awaitThroughSwap(String operation) {
        return Await.until(
                "operation " + operation + " to end",
                CALM,
                () -> {
                    try {
                        String state = services.state(operation);
                        return state.equals("PROCESSING") ? Optional.empty() : Optional.of(state);
                    } catch (RuntimeException replaced) {
                        return Optional.empty();
                    }
                });
    }

    private List<String> begin() {
        List<String> operations = new ArrayList<>();
        for (int i = 0; i < SERVICES; i++) {
            String instance = services.create("swap-" + System.nanoTime(), nsd);
            operations.add(services.instantiate(instance, Bed.WORLD));
        }
        return operations;
    }

    private int unsettled(List<String> operations) {
        int sum = 0;
        for (String operation : operations) {
            for (JsonNode task : services.tasks(operation)) {
                if (!Set.of("DONE", "SKIPPED", "CANCELLED").contains(task.path("state").asText())) {
                    sum++;
                }
            }
        }
        return sum;
    }

    /** Services per second on the second type of cloud, four at a time. */
    private double rate() {
        AtomicInteger done = new AtomicInteger();
        long end = System.nanoTime() + WINDOW.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread thread = new Thread(() -> cycle(end, done), "rate");
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
        return done.get() / (double) WINDOW.toSeconds();
    }

    private void cycle(long end, AtomicInteger done) {
        while (System.nanoTime() < end) {
            String instance = services.create("rate-" + System.nanoTime(), nsd);
            services.awaitRest(services.instantiate(instance, ALT));
            done.incrementAndGet();
            services.awaitRest(services.terminate(instance));
            services.delete(instance);
        }
    }

    private void takeDown(List<String> operations) {
        List<String> ends = new ArrayList<>();
        for (String instance : services.instances()) {
            if (!services.nsState(instance).equals("NOT_INSTANTIATED")) {
                ends.add(services.terminate(instance));
            }
        }
        ends.forEach(services::awaitRest);
        services.instances().forEach(services::delete);
    }
}

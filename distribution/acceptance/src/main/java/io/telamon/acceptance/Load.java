/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** The operations that run while the container is killed, and what becomes of them afterwards. */
final class Load {
    private static final Duration CALM = Duration.ofSeconds(120);

    private final Bed bed;
    private final Services services;
    private final Random random;
    private final List<String> standing = new CopyOnWriteArrayList<>();
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final List<Order> unanswered = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private int acceptedUnheard;

    /** An order for an instance, in SOL005's word for it. */
    private record Order(String instance, String kind) {}

    Load(Bed bed, Services services, Random random) {
        this.bed = bed;
        this.services = services;
        this.random = random;
    }

    int accepted() {
        return accepted.size();
    }

    /** Orders that nobody answered, and how many of them had been accepted all the same. */
    String unanswered() {
        return unanswered.size() + (unanswered.isEmpty() ? "" : ", accepted " + acceptedUnheard);
    }

    /** Orders that were answered with a refusal; the load has none that deserves one. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    /** Brings about what the scene begins with. */
    void prepare(CrashMoment.Scene scene, String nsd, int count) {
        int first =
                scene == CrashMoment.Scene.MIXED
                        ? count
                        : scene == CrashMoment.Scene.ROLLBACK ? 1 : 0;
        if (scene == CrashMoment.Scene.ROLLBACK) {
            bed.control()
                    .fault(
                            "{\"world\":\"%s\",\"verb\":\"create\",\"kind\":\"server\",\"skip\":2,\"times\":1,\"do\":\"status\",\"status\":400,\"body\":\"refused by the trial\"}"
                                    .formatted(Bed.WORLD));
        }
        for (int i = 0; i < first; i++) {
            String instance = services.create(name("before", i), nsd);
            standing.add(instance);
            String operation = services.instantiate(instance, Bed.WORLD);
            accepted.add(operation);
        }
        accepted.forEach(services::awaitRest);
    }

    /** Begins the scene's operations, several at once. */
    void begin(CrashMoment moment, String nsd, int count) {
        CrashMoment.Scene scene = moment.scene();
        List<Runnable> orders = new ArrayList<>();
        if (scene == CrashMoment.Scene.ROLLBACK) {
            orders.add(() -> services.decide(accepted.get(0), "rollback"));
        }
        if (scene == CrashMoment.Scene.MIXED) {
            for (int i = 0; i < standing.size(); i++) {
                String instance = standing.get(i);
                int choice = i % 3;
                orders.add(() -> change(instance, choice));
            }
        }
        int fresh = scene == CrashMoment.Scene.ROLLBACK ? 0 : count;
        for (int i = 0; i < fresh; i++) {
            String instance = services.create(name("during", i), nsd);
            standing.add(instance);
            orders.add(
                    () ->
                            order(
                                    new Order(instance, "INSTANTIATE"),
                                    () -> services.instantiate(instance, Bed.WORLD)));
        }
        int spread = moment.pace().spreadMillis();
        for (Runnable order : orders) {
            long wait = spread == 0 ? 0 : random.nextInt(spread);
            threads.add(started(order, wait));
        }
    }

    /** Waits until the orders are answered, as far as they are. */
    void awaitAnswers() {
        threads.forEach(Load::join);
    }

    /**
     * Finds out what became of the orders that nobody answered: what was accepted must end like any
     * other operation, and is counted as such.
     */
    void reconcile(Services after) {
        threads.forEach(Load::join);
        for (Order order : unanswered) {
            for (JsonNode operation : after.operations()) {
                String id = operation.path("id").asText();
                if (operation.path("nsInstanceId").asText().equals(order.instance())
                        && operation.path("lcmOperationType").asText().equals(order.kind())
                        && !accepted.contains(id)) {
                    accepted.add(id);
                    acceptedUnheard++;
                }
            }
        }
    }

    /** Tasks that were not settled at a moment in the past; call it when all have ended. */
    int inFlightAt(Instant moment, Services after) {
        int sum = 0;
        for (JsonNode operation : after.operations()) {
            for (JsonNode task : after.tasks(operation.path("id").asText())) {
                if (Instant.parse(task.path("changed").asText()).isAfter(moment)) {
                    sum++;
                }
            }
        }
        return sum;
    }

    /**
     * Waits until every accepted operation has ended; failed ones are decided as a person would.
     */
    boolean settle(Services after) {
        try {
            Await.untilTrue(
                    "all operations to end",
                    CALM,
                    () -> {
                        for (String open : after.openOperations()) {
                            if (after.state(open).equals("FAILED_TEMP")) {
                                after.decide(open, "retry");
                            }
                        }
                        return after.openOperations().isEmpty();
                    });
        } catch (IllegalStateException late) {
            return false;
        }
        return accepted.stream()
                .allMatch(
                        id ->
                                Set.of("COMPLETED", "ROLLED_BACK", "FAILED")
                                        .contains(after.state(id)));
    }

    /** Terminates and deletes everything. */
    void takeDown(Services after) {
        List<String> operations = new ArrayList<>();
        List<String> all = after.instances();
        for (String instance : all) {
            if (!after.nsState(instance).equals("NOT_INSTANTIATED") && !isNested(after, instance)) {
                operations.add(after.terminate(instance));
            }
        }
        operations.forEach(after::awaitRest);
        for (String instance : all) {
            try {
                after.delete(instance);
            } catch (Rest.Refused gone) {
                if (gone.status() != 404) {
                    throw gone;
                }
            }
        }
    }

    private static boolean isNested(Services after, String instance) {
        return after.name(instance).endsWith(".inner");
    }

    private void change(String instance, int choice) {
        switch (choice) {
            case 0 ->
                    order(
                            new Order(instance, "SCALE"),
                            () -> services.scale(instance, "web", "scale-web", 1));
            case 1 -> order(new Order(instance, "HEAL"), () -> services.heal(instance));
            default -> order(new Order(instance, "TERMINATE"), () -> services.terminate(instance));
        }
    }

    /** An order whose answer did not come is kept: whether it was accepted is looked up later. */
    private void order(Order order, Supplier<String> request) {
        try {
            accepted.add(request.get());
        } catch (Rest.Refused no) {
            refused.add(order + ": " + no.getMessage());
        } catch (UncheckedIOException lost) {
            unanswered.add(order);
        }
    }

    private String name(String phase, int number) {
        return phase + "-" + number + "-" + Integer.toHexString(random.nextInt());
    }

    private static Thread started(Runnable order, long waitMillis) {
        Runnable later =
                () -> {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(waitMillis));
                    order.run();
                };
        Thread thread = new Thread(later, "order");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(15).toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

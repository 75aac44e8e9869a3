/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The operations that run while the container is killed, and what becomes of them afterwards. */
final class Load {
    private static final Duration CALM = Duration.ofSeconds(120);

    private final Bed bed;
    private final Services services;
    private final Random random;
    private final List<String> standing = new CopyOnWriteArrayList<>();
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final AtomicInteger unsettled = new AtomicInteger();

    Load(Bed bed, Services services, Random random) {
        this.bed = bed;
        this.services = services;
        this.random = random;
    }

    int accepted() {
        return accepted.size();
    }

    int unsettledAtKill() {
        return unsettled.get();
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
            services.awaitRest(operation);
        }
    }

    /** Begins the scene's operations, several at once, and notes how much is in flight. */
    void begin(CrashMoment.Scene scene, String nsd, int count) {
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
            orders.add(() -> order(() -> services.instantiate(instance, Bed.WORLD)));
        }
        List<Thread> threads = orders.stream().map(Load::started).toList();
        for (Thread thread : threads) {
            join(thread);
        }
        unsettled.set(count());
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

    private int count() {
        int sum = 0;
        for (String operation : services.openOperations()) {
            for (JsonNode task : services.tasks(operation)) {
                String state = task.path("state").asText();
                if (!Set.of("DONE", "SKIPPED", "CANCELLED").contains(state)) {
                    sum++;
                }
            }
        }
        return sum;
    }

    private void change(String instance, int choice) {
        switch (choice) {
            case 0 -> order(() -> services.scale(instance, "web", "web", 1));
            case 1 -> order(() -> services.heal(instance));
            default -> order(() -> services.terminate(instance));
        }
    }

    /** An order counts only when its answer came: what was not acknowledged may be lost. */
    private void order(Supplier<String> request) {
        try {
            accepted.add(request.get());
        } catch (RuntimeException unanswered) {
            // The container died before it answered; nothing was promised.
            unsettled.addAndGet(0);
        }
    }

    private String name(String phase, int number) {
        return phase + "-" + number + "-" + Integer.toHexString(random.nextInt());
    }

    private static Thread started(Runnable order) {
        Thread thread = new Thread(order, "order");
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

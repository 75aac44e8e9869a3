/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.function;

import io.telamon.edge.spi.EdgeFunction;
import io.telamon.edge.spi.FunctionOutput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Java functions of a computer; they come and go while it runs. */
public final class JavaFunctions implements FunctionSource {
    private static final Logger LOG = LoggerFactory.getLogger(JavaFunctions.class);
    private static final int WORKERS = 4;

    private final PooledRunner.Limits limits;
    private final ScheduledExecutorService timer;
    private final Runnable changed;
    // guarded by this
    private final Map<String, Entry> entries = new TreeMap<>();

    private record Entry(EdgeFunction function, PooledRunner runner) {}

    /** None yet; {@code changed} runs after each coming and going. */
    public JavaFunctions(
            PooledRunner.Limits limits, ScheduledExecutorService timer, Runnable changed) {
        this.limits = limits;
        this.timer = timer;
        this.changed = changed;
    }

    /** Takes a function with the properties of its service. */
    public void add(EdgeFunction function, Map<String, Object> properties) {
        if (!(properties.get(EdgeFunction.NAME) instanceof String name) || name.isBlank()) {
            LOG.warn("{} has no property {}", function.getClass().getName(), EdgeFunction.NAME);
            return;
        }
        Duration time =
                Duration.ofMillis(
                        whole(properties, EdgeFunction.TIMEOUT, limits.time().toMillis()));
        PooledRunner runner =
                new PooledRunner(
                        Offer.of(name, (int) whole(properties, EdgeFunction.WORKERS, WORKERS)),
                        new PooledRunner.Limits(limits.waiting(), time),
                        (input, stop) -> answered(function.call(input)),
                        timer);
        synchronized (this) {
            if (entries.containsKey(name)) {
                LOG.warn("Function {} is there already; the second is not used", name);
                runner.close();
                return;
            }
            entries.put(name, new Entry(function, runner));
        }
        LOG.info("Function {} came", name);
        changed.run();
    }

    /** Forgets a function; its calls are given up. */
    public void remove(EdgeFunction function) {
        List<PooledRunner> gone = new ArrayList<>();
        synchronized (this) {
            entries.values()
                    .removeIf(
                            entry -> {
                                boolean same = entry.function() == function;
                                if (same) {
                                    gone.add(entry.runner());
                                }
                                return same;
                            });
        }
        for (PooledRunner runner : gone) {
            LOG.info("Function {} went", runner.offer().lambda());
            runner.close();
            changed.run();
        }
    }

    @Override
    public synchronized List<Offer> offers() {
        return entries.values().stream().map(entry -> entry.runner().offer()).toList();
    }

    @Override
    public synchronized Optional<Runner> find(String lambda) {
        return Optional.ofNullable(entries.get(lambda)).map(Entry::runner);
    }

    @Override
    public synchronized Map<String, Double> busy() {
        Map<String, Double> busy = new TreeMap<>();
        entries.forEach((name, entry) -> busy.put(name, entry.runner().busy()));
        return busy;
    }

    @Override
    public synchronized void close() {
        entries.values().forEach(entry -> entry.runner().close());
        entries.clear();
    }

    private static FunctionOutput answered(FunctionOutput output) {
        if (output == null) {
            throw new IllegalStateException("the function answered null");
        }
        return output;
    }

    /** A service property may be any number, or a text that is one. */
    private static long whole(Map<String, Object> properties, String name, long byDefault) {
        Object value = properties.get(name);
        try {
            long number =
                    value instanceof Number n
                            ? n.longValue()
                            : value instanceof String text ? Long.parseLong(text) : byDefault;
            return Math.max(1, Math.min(Integer.MAX_VALUE, number));
        } catch (NumberFormatException e) {
            LOG.warn("{} is not a number but {}; {} is used", name, value, byDefault);
            return byDefault;
        }
    }
}

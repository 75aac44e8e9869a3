/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.metrics.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.telamon.metrics.api.Meters;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Meters on Micrometer with a Prometheus registry; the JVM's memory, threads and collections are
 * there from the start. Measuring never fails: a wrong name or tag is told once and dropped.
 */
@Component(service = {Meters.class, MicrometerMeters.class})
public final class MicrometerMeters implements Meters {
    private static final Logger LOG = LoggerFactory.getLogger(MicrometerMeters.class);
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60)
    };

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Map<Meter.Id, Slot> gauges = new ConcurrentHashMap<>();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** Begins to watch the JVM. */
    @Activate
    public MicrometerMeters() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /** Stops watching. */
    @Deactivate
    public void close() {
        collections.close();
        registry.close();
    }

    @Override
    public void count(String name, double amount, String... tags) {
        safely(name, () -> registry.counter(name, tags).increment(amount));
    }

    @Override
    public void time(String name, Duration duration, String... tags) {
        safely(
                name,
                () ->
                        Timer.builder(name)
                                .tags(tags)
                                .serviceLevelObjectives(BOUNDS)
                                .register(registry)
                                .record(duration));
    }

    @Override
    public AutoCloseable gauge(String name, Supplier<Number> value, String... tags) {
        Meter.Id id = new Meter.Id(name, Tags.of(tags), null, null, Meter.Type.GAUGE);
        Slot slot = gauges.computeIfAbsent(id, unused -> new Slot());
        slot.value = value;
        safely(
                name,
                () ->
                        Gauge.builder(name, slot, Slot::read)
                                .tags(tags)
                                .strongReference(true)
                                .register(registry));
        return () -> drop(id, slot, value);
    }

    /** All values in Prometheus' text form. */
    String scrape() {
        return registry.scrape();
    }

    /** A gauge that another component took over meanwhile stays. */
    private void drop(Meter.Id id, Slot slot, Supplier<Number> value) {
        if (slot.value == value && gauges.remove(id, slot)) {
            registry.remove(id);
        }
    }

    private void safely(String name, Runnable work) {
        try {
            work.run();
        } catch (IllegalArgumentException wrong) {
            if (told.add(name)) {
                LOG.warn("Meter {} is dropped: {}", name, wrong.getMessage());
            }
        }
    }

    /** Where the value of a gauge comes from now. */
    private static final class Slot {
        // written by whoever registers, read by the scrape
        private volatile Supplier<Number> value;

        private double read() {
            Number now = value.get();
            return now == null ? Double.NaN : now.doubleValue();
        }
    }
}

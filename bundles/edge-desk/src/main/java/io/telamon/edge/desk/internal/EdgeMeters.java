/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.desk.internal;

import io.telamon.edge.api.EdgeBroker;
import io.telamon.edge.api.EdgeBrokerView;
import io.telamon.edge.api.EdgeFunctionView;
import io.telamon.metrics.api.Meters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the counts of brokers in this container to the meters, now and then, so that requests do
 * not pay for it: {@code telamon_edge_requests} by broker, function and result. Functions beyond
 * the first {@value #MOST} of a broker are counted as one.
 */
@Component(service = EdgeMeters.class, immediate = true)
public final class EdgeMeters implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EdgeMeters.class);
    private static final String NAME = "telamon_edge_requests";
    private static final int PERIOD_SECONDS = 5;
    private static final int MOST = 200;

    private final List<EdgeBroker> brokers = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer;
    // null while nobody meters: the edge does not need it
    private volatile Meters meters;
    // only the timer's thread uses it
    private final Map<String, Long> told = new HashMap<>();

    /** Begins to tell. */
    @Activate
    public EdgeMeters() {
        timer =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread thread = new Thread(task, "edge-meters");
                            thread.setDaemon(true);
                            return thread;
                        });
        timer.scheduleWithFixedDelay(this::tell, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setMeters(Meters there) {
        meters = there;
    }

    void unsetMeters(Meters gone) {
        if (meters == gone) {
            meters = null;
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addBroker(EdgeBroker broker) {
        brokers.add(broker);
    }

    void removeBroker(EdgeBroker broker) {
        brokers.remove(broker);
    }

    void tell() {
        Meters there = meters;
        if (there == null) {
            return;
        }
        for (EdgeBroker broker : brokers) {
            try {
                tell(broker.view(), there);
            } catch (RuntimeException e) {
                LOG.warn("A broker cannot be counted at the moment", e);
            }
        }
    }

    private void tell(EdgeBrokerView view, Meters there) {
        Map<String, long[]> sums = new HashMap<>();
        for (EdgeFunctionView function : view.functions()) {
            String name = sums.size() < MOST ? function.name() : "other";
            long[] sum = sums.computeIfAbsent(name, any -> new long[2]);
            sum[0] += function.answered();
            sum[1] += function.failed();
        }
        sums.forEach(
                (name, sum) -> {
                    more(there, sum[0], view.endpoint(), name, "answered");
                    more(there, sum[1], view.endpoint(), name, "failed");
                });
        more(there, view.homeless(), view.endpoint(), "", "no destination");
    }

    /** Adds what came since the last time; a broker opened anew counts from nothing. */
    private void more(Meters there, long sum, String broker, String function, String result) {
        String key = broker + " " + function + " " + result;
        long before = told.getOrDefault(key, 0L);
        long more = sum < before ? sum : sum - before;
        told.put(key, sum);
        if (more > 0) {
            there.count(NAME, more, "broker", broker, "function", function, "result", result);
        }
    }

    @Deactivate
    @Override
    public void close() {
        timer.shutdownNow();
    }
}

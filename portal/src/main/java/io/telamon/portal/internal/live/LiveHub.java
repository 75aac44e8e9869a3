/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.live;

import com.vaadin.flow.server.VaadinContext;
import com.vaadin.flow.server.VaadinService;
import io.telamon.model.security.Caller;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.ServiceSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The few threads on which open pages learn of changes; they end with the web application. */
public final class LiveHub {
    private static final int THREADS = 3;
    private static final int WORKERS = 8;
    private final ScheduledThreadPoolExecutor pool;
    private final ThreadPoolExecutor workers;

    private LiveHub() {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory threads =
                task -> {
                    Thread thread = new Thread(task, "portal-live-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                };
        pool = new ScheduledThreadPoolExecutor(THREADS, threads);
        pool.setRemoveOnCancelPolicy(true);
        workers =
                new ThreadPoolExecutor(
                        0, WORKERS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
    }

    /** Makes the hub of a web application; it ends with it. */
    public static void install(VaadinService service) {
        LiveHub hub = new LiveHub();
        service.getContext().setAttribute(LiveHub.class, hub);
        service.addServiceDestroyListener(
                event -> {
                    hub.pool.shutdownNow();
                    hub.workers.shutdownNow();
                });
    }

    /** The hub of this web application. */
    public static LiveHub current() {
        VaadinContext context = VaadinService.getCurrent().getContext();
        return context.getAttribute(LiveHub.class);
    }

    /** Follows the journal for one page until closed. */
    Subscription follow(Caller caller, Subscription.Page page) {
        ServiceSource source = Facades.source();
        Subscription subscription = new Subscription(this, source, caller, page);
        subscription.start();
        return subscription;
    }

    /**
     * Runs something that waits for an answer, beside the page that asked for it.
     *
     * @throws java.util.concurrent.RejectedExecutionException when too much waits already
     */
    public void work(Runnable task) {
        workers.execute(task);
    }

    /** Runs something after a while; nothing after the web application ended. */
    void later(Runnable task, long millis) {
        if (!pool.isShutdown()) {
            pool.schedule(task, millis, TimeUnit.MILLISECONDS);
        }
    }
}

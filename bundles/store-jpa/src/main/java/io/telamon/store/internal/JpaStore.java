/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal;

import io.telamon.metrics.api.Meters;
import io.telamon.store.api.Store;
import io.telamon.store.api.UnitOfWork;
import io.telamon.store.internal.base.Db;
import io.telamon.store.internal.base.Documents;
import io.telamon.store.internal.base.Faults;
import io.telamon.store.internal.base.SequenceNumbers;
import io.telamon.store.internal.boot.Durability;
import io.telamon.store.internal.boot.Hibernate;
import io.telamon.store.internal.boot.Migrations;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store on a relational database through Hibernate. Opening it checks that commits are durable,
 * brings the schema up to date and starts Hibernate; a failure of these fails the component.
 */
@Component(service = Store.class, immediate = true)
public final class JpaStore implements Store, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JpaStore.class);

    private final SessionFactory sessions;
    private final String description;
    private final Documents documents = new Documents();
    private final SequenceNumbers numbers;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Absent while the metrics bundle is. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Meters meters;

    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

    /** Opens the container's data source. */
    @Activate
    public JpaStore(@Reference(target = "(dataSourceName=telamon)") DataSource dataSource) {
        this(dataSource, Clock.systemUTC());
    }

    /** Opens a data source whose settings must be durable. */
    public JpaStore(DataSource dataSource, Clock clock) {
        this(dataSource, clock, false);
    }

    /**
     * Opens a data source.
     *
     * @param volatileAllowed true lets tests use a database that forgets
     */
    public JpaStore(DataSource dataSource, Clock clock, boolean volatileAllowed) {
        long start = System.nanoTime();
        description = Durability.check(dataSource, volatileAllowed);
        sessions =
                withOwnLoader(
                        () -> {
                            Migrations.run(dataSource);
                            return Hibernate.start(dataSource);
                        });
        numbers = new SequenceNumbers(clock, highestNumber());
        LOG.info(
                "Store opened on {} in {} ms",
                description,
                Duration.ofNanos(System.nanoTime() - start).toMillis());
    }

    @Override
    public <T> T write(Function<UnitOfWork, T> work) {
        return inTransaction(work, true);
    }

    @Override
    public <T> T read(Function<UnitOfWork, T> work) {
        return inTransaction(work, false);
    }

    @Override
    public AutoCloseable onCommit(Runnable listener) {
        Runnable own = listener::run;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    @Override
    public String describe() {
        return description;
    }

    /** Closes Hibernate; the data source belongs to its maker. */
    @Deactivate
    @Override
    public void close() {
        sessions.close();
    }

    private <T> T inTransaction(Function<UnitOfWork, T> work, boolean keep) {
        if (inside.get()) {
            throw new IllegalStateException(
                    "A unit of work is open on this thread: use it, do not nest");
        }
        inside.set(true);
        Db db;
        T result;
        try (StatelessSession session = sessions.openStatelessSession()) {
            db = new Db(session, documents, numbers);
            result = run(session, work, db, keep);
        } catch (RuntimeException e) {
            throw Faults.of(e);
        } finally {
            inside.remove();
        }
        if (keep && db.hasChanges()) {
            countCommit();
        }
        if (keep && db.hasEvents()) {
            listeners.forEach(JpaStore::tell);
        }
        return result;
    }

    private void countCommit() {
        Meters present = meters;
        if (present != null) {
            present.count("telamon_store_commits", 1);
        }
    }

    private static <T> T run(
            StatelessSession session, Function<UnitOfWork, T> work, Db db, boolean keep) {
        Transaction transaction = session.beginTransaction();
        boolean done = false;
        try {
            T result = work.apply(new JpaUnit(db));
            if (keep) {
                db.finish();
            }
            if (keep || !db.hasChanges()) {
                transaction.commit();
                done = true;
            }
            return result;
        } finally {
            if (!done && transaction.isActive()) {
                rollback(transaction);
            }
        }
    }

    /** A failed rollback must not hide why it was needed; the connection is closed anyway. */
    private static void rollback(Transaction transaction) {
        try {
            transaction.rollback();
        } catch (RuntimeException e) {
            LOG.debug("Rollback failed", e);
        }
    }

    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.warn("A commit listener failed; the commit stands", e);
        }
    }

    private long highestNumber() {
        try (StatelessSession session = sessions.openStatelessSession()) {
            return session.createNativeQuery(
                            "select max(n) from (select max(seq) as n from task union all select"
                                    + " max(seq) as n from lcm_operation union all"
                                    + " select max(seq) as n from event_waiting) as numbers",
                            Long.class)
                    .uniqueResultOptional()
                    .orElse(0L);
        }
    }

    private static <T> T withOwnLoader(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(JpaStore.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}

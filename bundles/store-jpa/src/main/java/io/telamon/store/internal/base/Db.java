/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.base;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.query.CommonQueryContract;
import org.hibernate.query.SelectionQuery;

/**
 * One transaction's way to the tables. A stateless session: what is written goes to the database at
 * once (lists in JDBC batches), what is read is a copy, nothing is loaded behind anyone's back. Not
 * thread-safe.
 */
public final class Db {
    private static final int BATCH = 200;
    private static final int CHUNK = 500;

    private final StatelessSession session;
    private final Documents documents;
    private final SequenceNumbers numbers;
    private boolean appended;
    private boolean changed;
    private final Map<Class<?>, Runnable> last = new LinkedHashMap<>();

    /** Works on {@code session}, which must be in a transaction. */
    public Db(StatelessSession session, Documents documents, SequenceNumbers numbers) {
        this.session = session;
        this.documents = documents;
        this.numbers = numbers;
    }

    /** How records become JSON columns and come back. */
    public Documents documents() {
        return documents;
    }

    /** The next number in the order of time. */
    public long nextNumber() {
        return numbers.next();
    }

    /** Remembers that events were written: listeners are told after the commit. */
    public void noteEvents() {
        appended = true;
    }

    /** True when events were written. */
    public boolean hasEvents() {
        return appended;
    }

    /**
     * What must be done once before the commit; the same object for the whole transaction.
     *
     * @param make makes it at the first call
     */
    public <T extends Runnable> T atCommit(Class<T> type, Supplier<T> make) {
        return type.cast(last.computeIfAbsent(type, key -> make.get()));
    }

    /** Does what was left for the end; to be called before the commit. */
    public void finish() {
        last.values().forEach(Runnable::run);
    }

    /** True when anything may have been written. */
    public boolean hasChanges() {
        return changed;
    }

    /** The row with this primary key. */
    public <T> Optional<T> get(Class<T> row, Object id) {
        return Optional.ofNullable(session.get(row, id));
    }

    /** Inserts a row. */
    public void insert(Object row) {
        changed = true;
        session.insert(row);
    }

    /** Updates a row; a row with another version or none at all fails. */
    public void update(Object row) {
        changed = true;
        session.update(row);
    }

    /** Inserts many rows of one table. */
    public void insertAll(Collection<?> rows) {
        inBatches(rows, session::insert);
    }

    /** Updates many rows of one table; one that is not there fails. */
    public void updateAll(Collection<?> rows) {
        inBatches(rows, session::update);
    }

    /** Deletes many rows of one table. */
    public void deleteAll(Collection<?> rows) {
        inBatches(rows, session::delete);
    }

    /** Rows of a query with parameters {@code ?1, ?2, ...}. */
    public <T> List<T> list(Class<T> row, String query, Object... parameters) {
        return select(row, query, parameters).getResultList();
    }

    /** The first rows of a query. */
    public <T> List<T> first(int most, Class<T> row, String query, Object... parameters) {
        SelectionQuery<T> select = select(row, query, parameters);
        if (most < Integer.MAX_VALUE) {
            select.setMaxResults(most);
        }
        return select.getResultList();
    }

    /** The only row of a query, if there is one. */
    public <T> Optional<T> one(Class<T> row, String query, Object... parameters) {
        return list(row, query, parameters).stream().findFirst();
    }

    /** Rows of a query whose parameter {@code ?1} is a part of {@code keys}, part by part. */
    public <T, K> List<T> listIn(Class<T> row, String query, Collection<K> keys) {
        List<K> all = new ArrayList<>(keys);
        if (all.size() == 1) {
            return list(row, query.replace("in (?1)", "= ?1"), all.get(0));
        }
        List<T> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<K> part = all.subList(from, Math.min(all.size(), from + CHUNK));
            found.addAll(session.createSelectionQuery(query, row).setParameter(1, part).list());
        }
        return found;
    }

    /** Runs a changing statement and returns the number of rows changed. */
    public int execute(String statement, Object... parameters) {
        changed = true;
        var mutation = session.createMutationQuery(statement);
        bind(mutation, parameters);
        return mutation.executeUpdate();
    }

    /** Runs an SQL query for single values that no entity stands for. */
    public <T> List<T> sql(Class<T> type, String query, Object... parameters) {
        var select = session.createNativeQuery(query, type);
        bind(select, parameters);
        return select.getResultList();
    }

    /** Runs an SQL statement on a table that no entity stands for. */
    public int executeSql(String statement, Object... parameters) {
        changed = true;
        var mutation = session.createNativeMutationQuery(statement);
        bind(mutation, parameters);
        return mutation.executeUpdate();
    }

    private <T> SelectionQuery<T> select(Class<T> row, String query, Object... parameters) {
        SelectionQuery<T> select = session.createSelectionQuery(query, row);
        bind(select, parameters);
        return select;
    }

    private static void bind(CommonQueryContract query, Object... parameters) {
        for (int index = 0; index < parameters.length; index++) {
            query.setParameter(index + 1, parameters[index]);
        }
    }

    private void inBatches(Collection<?> rows, Consumer<Object> each) {
        if (rows.isEmpty()) {
            return;
        }
        changed = true;
        session.setJdbcBatchSize(Math.min(BATCH, rows.size()));
        rows.forEach(each);
        ((SharedSessionContractImplementor) session).getJdbcCoordinator().executeBatch();
        session.setJdbcBatchSize(0);
    }

    /**
     * Constants as a list for {@code in (...)}: Hibernate translates a query with a list parameter
     * anew at each call, one with constants only once.
     */
    public static String constants(Stream<? extends Enum<?>> values) {
        return values.map(value -> "'" + value.name() + "'").collect(Collectors.joining(", "));
    }

    /** Converts all rows. */
    public static <R, T> List<T> map(Collection<R> rows, Function<R, T> convert) {
        return rows.stream().map(convert).toList();
    }
}

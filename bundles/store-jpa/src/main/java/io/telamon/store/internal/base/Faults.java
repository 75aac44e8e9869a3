/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.base;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hibernate.StaleObjectStateException;
import org.hibernate.StaleStateException;

/** Turns what a database says into Telamon's errors, at the border where it enters. */
public final class Faults {
    private static final Map<String, String> NAMES =
            Map.of(
                    "ns_instance_name", "A network service of this name exists in the tenant",
                    "account_name", "An account of this name exists in the tenant",
                    "interconnect_name", "An interconnect of this name exists in the tenant",
                    "tenant_name", "A tenant of this name exists",
                    "app_user_name", "A user of this name exists");
    private static final Set<String> BUSY = Set.of("40001", "40P01", "55P03", "HYT00", "90131");
    private static final Set<String> LOST =
            Set.of("57P01", "57P02", "57P03", "90067", "90098", "90121", "90020", "53300");
    private static final List<String> TOO_LONG = List.of("22001", "54000");
    private static final String UNIQUE = "23505";
    private static final String CONNECTION_CLASS = "08";
    private static final int MOST_CAUSES = 20;

    private Faults() {}

    /**
     * The error to throw instead of {@code fault}; {@code fault} itself when it is not the
     * database's.
     */
    public static RuntimeException of(RuntimeException fault) {
        if (!(fault instanceof PersistenceException)) {
            return fault;
        }
        SQLException cause = sqlCause(fault);
        if (cause != null) {
            return of(cause, fault);
        }
        if (fault instanceof StaleObjectStateException stale) {
            return stale("A record (" + stale.getIdentifier() + ")", fault);
        }
        if (fault instanceof StaleStateException || fault instanceof OptimisticLockException) {
            return stale("A record", fault);
        }
        return internal(fault, fault.getMessage());
    }

    /** The error for a fault that the driver reported. */
    public static TelamonException of(SQLException fault) {
        return of(fault, fault);
    }

    private static TelamonException of(SQLException sql, Exception fault) {
        String state = String.valueOf(sql.getSQLState());
        if (UNIQUE.equals(state)) {
            return taken(String.valueOf(sql.getMessage()).toLowerCase(Locale.ROOT), fault);
        }
        if (BUSY.contains(state)) {
            return new TelamonException(
                    ErrorCode.BUSY,
                    fault,
                    "Another transaction holds the same rows; repeat the call");
        }
        if (isLost(sql, state)) {
            return new TelamonException(
                    ErrorCode.UNAVAILABLE,
                    fault,
                    "The connection to the database is lost or refused; if this was a change, it is"
                            + " unknown whether it was kept: read again, then repeat");
        }
        if (TOO_LONG.contains(state)) {
            return new TelamonException(
                    ErrorCode.TOO_LARGE, fault, "A value is too long for the database; shorten it");
        }
        return internal(fault, sql.getMessage());
    }

    private static boolean isLost(SQLException sql, String state) {
        return sql instanceof SQLTransientConnectionException
                || state.startsWith(CONNECTION_CLASS)
                || LOST.contains(state);
    }

    private static TelamonException taken(String message, Exception fault) {
        if (message.contains("resource_shared")) {
            return stale("The shared resource was planned by another operation: it", fault);
        }
        if (message.contains("segment_claim_taken")) {
            return stale("The segment was taken by another link: it", fault);
        }
        String reason =
                NAMES.entrySet().stream()
                        .filter(name -> message.contains(name.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("A record of this id exists");
        return new TelamonException(
                ErrorCode.ALREADY_EXISTS, fault, "%s already; choose another", reason);
    }

    private static TelamonException stale(String what, Exception fault) {
        return new TelamonException(
                ErrorCode.STALE, fault, "%s was changed meanwhile; read it again and repeat", what);
    }

    private static TelamonException internal(Exception fault, String detail) {
        return new TelamonException(
                ErrorCode.INTERNAL, fault, "The database refused a statement: %s", detail);
    }

    private static SQLException sqlCause(Throwable fault) {
        SQLException found = null;
        Throwable current = fault;
        for (int depth = 0; current != null && depth < MOST_CAUSES; depth++) {
            if (current instanceof SQLException sql) {
                found = sql;
            }
            current = next(current);
        }
        return found;
    }

    /** Batches keep the real cause beside the chain of causes. */
    private static Throwable next(Throwable fault) {
        if (fault instanceof SQLException sql && sql.getNextException() != null) {
            return sql.getNextException();
        }
        return fault.getCause();
    }
}

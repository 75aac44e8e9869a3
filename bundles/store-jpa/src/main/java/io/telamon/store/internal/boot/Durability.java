/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.boot;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.store.internal.base.Faults;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Refuses a database that would acknowledge a commit before it is on disk (design section 4): H2
 * loses thousands of acknowledged commits with its default write delay.
 */
public final class Durability {
    private static final String H2_SETTING =
            "select setting_value from information_schema.settings where setting_name = ?";
    private static final Set<String> SYNCHRONOUS = Set.of("on", "remote_write", "remote_apply");

    private Durability() {}

    /**
     * Says what database this is and how it is set.
     *
     * @param volatileAllowed true lets tests use a database that forgets
     * @throws TelamonException INVALID_ARGUMENT for a setting that is not durable, UNAVAILABLE when
     *     the database does not answer
     */
    public static String check(DataSource dataSource, boolean volatileAllowed) {
        try (Connection connection = dataSource.getConnection()) {
            DatabaseMetaData data = connection.getMetaData();
            String name = data.getDatabaseProductName() + " " + data.getDatabaseProductVersion();
            return name + ", " + setting(connection, data, volatileAllowed);
        } catch (SQLException e) {
            throw Faults.of(e);
        }
    }

    private static String setting(
            Connection connection, DatabaseMetaData data, boolean volatileAllowed)
            throws SQLException {
        return switch (data.getDatabaseProductName()) {
            case "H2" -> h2(connection, volatileAllowed);
            case "PostgreSQL" -> postgresql(connection);
            default ->
                    throw refused(
                            "%s is not a database that Telamon knows; use H2 or PostgreSQL",
                            data.getDatabaseProductName());
        };
    }

    private static String h2(Connection connection, boolean volatileAllowed) throws SQLException {
        String delay = text(connection, H2_SETTING, "WRITE_DELAY");
        boolean onDisk = !text(connection, "select coalesce(database_path(), '')").isEmpty();
        if (volatileAllowed) {
            return onDisk ? "file" : "memory (not durable, for tests)";
        }
        if (!onDisk) {
            throw refused(
                    "The H2 database is in memory and would forget everything; use"
                            + " jdbc:h2:file:<path>;WRITE_DELAY=0");
        }
        if (!"0".equals(delay)) {
            throw refused(
                    "H2 runs with WRITE_DELAY=%s and would lose acknowledged changes in a crash;"
                            + " add ;WRITE_DELAY=0 to the url of the data source telamon",
                    delay);
        }
        return "WRITE_DELAY=0";
    }

    private static String postgresql(Connection connection) throws SQLException {
        String commit = text(connection, "show synchronous_commit");
        if (!SYNCHRONOUS.contains(commit) || !"on".equals(text(connection, "show fsync"))) {
            throw refused(
                    "PostgreSQL runs with synchronous_commit=%s, fsync=%s and would lose acknowledged"
                            + " changes in a crash; set both to on",
                    commit, text(connection, "show fsync"));
        }
        return "synchronous_commit=" + commit;
    }

    private static String text(Connection connection, String query, String... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setString(index + 1, parameters[index]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : "unknown";
            }
        }
    }

    private static TelamonException refused(String message, Object... args) {
        return new TelamonException(ErrorCode.INVALID_ARGUMENT, message, args);
    }
}

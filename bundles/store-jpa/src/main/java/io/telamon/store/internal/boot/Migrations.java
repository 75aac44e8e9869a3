/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.boot;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * Brings the schema up to date with numbered scripts. The scripts are named here because Flyway's
 * own search does not work on the class path of a bundle.
 */
public final class Migrations {
    private static final String FOLDER = "/db/migration/";
    private static final List<String> SCRIPTS =
            List.of(
                    "V1__first_schema.sql",
                    "V2__settings.sql",
                    "V3__reservation_totals.sql",
                    "V4__interconnects.sql");

    private Migrations() {}

    /**
     * Runs the scripts that the database has not seen.
     *
     * @return number of scripts run
     * @throws TelamonException INTERNAL when a script fails or was changed after it ran
     */
    public static int run(DataSource dataSource) {
        try {
            return Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(dataSource)
                    .loggers("slf4j")
                    .locations(new String[0])
                    .resourceProvider(new Scripts())
                    .javaMigrations()
                    .table("schema_history")
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (FlywayException e) {
            throw new TelamonException(
                    ErrorCode.INTERNAL,
                    e,
                    "The database schema could not be brought up to date: %s",
                    e.getMessage());
        }
    }

    /** The scripts inside this bundle. */
    private static final class Scripts implements ResourceProvider {
        @Override
        public LoadableResource getResource(String name) {
            return SCRIPTS.contains(name) ? new Script(name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return SCRIPTS.stream()
                    .filter(name -> name.startsWith(prefix))
                    .filter(name -> Arrays.stream(suffixes).anyMatch(name::endsWith))
                    .<LoadableResource>map(Script::new)
                    .toList();
        }
    }

    /** One script. */
    private static final class Script extends LoadableResource {
        private final String name;

        Script(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            try (InputStream bytes = Migrations.class.getResourceAsStream(FOLDER + name);
                    Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
                StringWriter copy = new StringWriter();
                text.transferTo(copy);
                return new StringReader(copy.toString());
            } catch (IOException e) {
                throw new TelamonException(ErrorCode.INTERNAL, e, "Script %s is unreadable", name);
            }
        }

        @Override
        public String getAbsolutePath() {
            return FOLDER + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return FOLDER + name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}

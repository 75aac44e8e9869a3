/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.boot;

import io.telamon.store.internal.account.AccountRows;
import io.telamon.store.internal.catalog.CatalogRows;
import io.telamon.store.internal.identity.IdentityRows;
import io.telamon.store.internal.journal.JournalRows;
import io.telamon.store.internal.ns.NsRows;
import io.telamon.store.internal.plan.PlanRows;
import io.telamon.store.internal.resource.ResourceRows;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.AvailableSettings;

/** Starts Hibernate on a data source; works inside a bundle because nothing is searched for. */
public final class Hibernate {
    private Hibernate() {}

    /** A session factory that knows all rows; the caller closes it. */
    public static SessionFactory start(DataSource dataSource) {
        ClassLoader own = Hibernate.class.getClassLoader();
        StandardServiceRegistry registry =
                new StandardServiceRegistryBuilder(
                                new BootstrapServiceRegistryBuilder().applyClassLoader(own).build())
                        .applySetting(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, dataSource)
                        .applySetting(AvailableSettings.HBM2DDL_AUTO, "none")
                        .applySetting(
                                AvailableSettings.PHYSICAL_NAMING_STRATEGY,
                                CamelCaseToUnderscoresNamingStrategy.class.getName())
                        .applySetting(AvailableSettings.IN_CLAUSE_PARAMETER_PADDING, true)
                        .applySetting(AvailableSettings.JAKARTA_VALIDATION_MODE, "none")
                        .applySetting(AvailableSettings.USE_SECOND_LEVEL_CACHE, false)
                        .applySetting(AvailableSettings.XML_MAPPING_ENABLED, false)
                        .applySetting(AvailableSettings.JDBC_TIME_ZONE, "UTC")
                        .build();
        MetadataSources sources = new MetadataSources(registry);
        rows().forEach(sources::addAnnotatedClass);
        return sources.buildMetadata().buildSessionFactory();
    }

    private static List<Class<?>> rows() {
        return Stream.of(
                        NsRows.ALL,
                        PlanRows.ALL,
                        ResourceRows.ALL,
                        AccountRows.ALL,
                        CatalogRows.ALL,
                        IdentityRows.ALL,
                        JournalRows.ALL)
                .<Class<?>>flatMap(List::stream)
                .toList();
    }
}

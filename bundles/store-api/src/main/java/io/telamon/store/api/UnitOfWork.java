/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.api;

/** The aggregates reachable inside one transaction. Not thread-safe. */
public interface UnitOfWork {
    /** Network service instances. */
    NsInstances instances();

    /** Operation occurrences. */
    Operations operations();

    /** Tasks and their attempts. */
    Tasks tasks();

    /** Recorded resources. */
    Resources resources();

    /** Claims on shared things. */
    Claims claims();

    /** VIM and SDN accounts. */
    Accounts accounts();

    /** What joins clouds, and who uses it. */
    Interconnects interconnects();

    /** Catalog entries. */
    CatalogEntries catalog();

    /** Tenants, users and tokens. */
    Identities identities();

    /** Values that belong to the whole installation. */
    Settings settings();

    /** The journal. */
    Journal journal();
}

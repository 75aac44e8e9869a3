/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal;

import io.telamon.store.api.Accounts;
import io.telamon.store.api.CatalogEntries;
import io.telamon.store.api.Claims;
import io.telamon.store.api.Identities;
import io.telamon.store.api.Interconnects;
import io.telamon.store.api.Journal;
import io.telamon.store.api.NsInstances;
import io.telamon.store.api.Operations;
import io.telamon.store.api.Resources;
import io.telamon.store.api.Settings;
import io.telamon.store.api.Tasks;
import io.telamon.store.api.UnitOfWork;
import io.telamon.store.internal.account.JpaAccounts;
import io.telamon.store.internal.account.JpaInterconnects;
import io.telamon.store.internal.base.Db;
import io.telamon.store.internal.catalog.JpaCatalog;
import io.telamon.store.internal.identity.JpaIdentities;
import io.telamon.store.internal.identity.JpaSettings;
import io.telamon.store.internal.journal.JpaJournal;
import io.telamon.store.internal.ns.JpaInstances;
import io.telamon.store.internal.ns.JpaOperations;
import io.telamon.store.internal.plan.JpaTasks;
import io.telamon.store.internal.resource.JpaClaims;
import io.telamon.store.internal.resource.JpaResources;

/** One unit of work on one database transaction. */
final class JpaUnit implements UnitOfWork {
    private final Db db;

    JpaUnit(Db db) {
        this.db = db;
    }

    @Override
    public NsInstances instances() {
        return new JpaInstances(db);
    }

    @Override
    public Operations operations() {
        return new JpaOperations(db);
    }

    @Override
    public Tasks tasks() {
        return new JpaTasks(db);
    }

    @Override
    public Resources resources() {
        return new JpaResources(db);
    }

    @Override
    public Claims claims() {
        return new JpaClaims(db);
    }

    @Override
    public Accounts accounts() {
        return new JpaAccounts(db);
    }

    @Override
    public Interconnects interconnects() {
        return new JpaInterconnects(db);
    }

    @Override
    public CatalogEntries catalog() {
        return new JpaCatalog(db);
    }

    @Override
    public Identities identities() {
        return new JpaIdentities(db);
    }

    @Override
    public Settings settings() {
        return new JpaSettings(db);
    }

    @Override
    public Journal journal() {
        return new JpaJournal(db);
    }
}

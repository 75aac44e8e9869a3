/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.memory;

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

/** One unit of work over the layers of a transaction. */
final class MemoryUnit implements UnitOfWork {
    private final Layers layers;

    MemoryUnit(Layers layers) {
        this.layers = layers;
    }

    @Override
    public NsInstances instances() {
        return new MemoryInstances(layers);
    }

    @Override
    public Operations operations() {
        return new MemoryOperations(layers);
    }

    @Override
    public Tasks tasks() {
        return new MemoryTasks(layers);
    }

    @Override
    public Resources resources() {
        return new MemoryResources(layers);
    }

    @Override
    public Claims claims() {
        return new MemoryClaims(layers);
    }

    @Override
    public Accounts accounts() {
        return new MemoryAccounts(layers);
    }

    @Override
    public Interconnects interconnects() {
        return new MemoryInterconnects(layers);
    }

    @Override
    public CatalogEntries catalog() {
        return new MemoryCatalog(layers);
    }

    @Override
    public Identities identities() {
        return new MemoryIdentities(layers);
    }

    @Override
    public Settings settings() {
        return new MemorySettings(layers);
    }

    @Override
    public Journal journal() {
        return new MemoryJournal(layers);
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.memory;

import io.telamon.store.api.Store;
import io.telamon.testkit.store.StoreContract;

/** The store in memory keeps the whole contract. */
class InMemoryStoreTest implements StoreContract {
    private final Store store = new InMemoryStore();

    @Override
    public Store store() {
        return store;
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.store;

/** The whole contract of {@code io.telamon.store.api}. */
public interface StoreContract
        extends TransactionContract,
                InstancesContract,
                OperationsContract,
                TasksContract,
                ResourcesContract,
                ClaimsContract,
                AccountsContract,
                InterconnectsContract,
                CatalogContract,
                IdentitiesContract,
                SettingsContract,
                JournalContract {}

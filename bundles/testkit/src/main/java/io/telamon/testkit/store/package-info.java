/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/**
 * What every store owes the core, as tests: a store's test class implements {@code StoreContract}.
 */
package io.telamon.testkit.store;

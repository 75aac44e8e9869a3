/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** The store: transactions on a database. */
package io.telamon.store.internal;

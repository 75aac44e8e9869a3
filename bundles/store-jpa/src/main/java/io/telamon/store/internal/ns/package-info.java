/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** Network service instances and operation occurrences. */
package io.telamon.store.internal.ns;

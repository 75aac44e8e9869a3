/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** Catalog entries and their documents. */
package io.telamon.store.internal.catalog;

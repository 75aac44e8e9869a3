/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** Recorded resources and claims. */
package io.telamon.store.internal.resource;

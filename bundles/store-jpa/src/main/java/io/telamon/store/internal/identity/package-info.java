/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** Tenants, users and tokens. */
package io.telamon.store.internal.identity;

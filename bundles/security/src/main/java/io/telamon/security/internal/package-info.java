/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** Tenants, users, roles, tokens and the sealing of secrets, over the store. */
package io.telamon.security.internal;

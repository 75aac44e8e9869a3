/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/** Accounts, inventories and reservations. */
package io.telamon.store.internal.account;

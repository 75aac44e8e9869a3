/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import io.telamon.model.instance.Account;
import io.telamon.model.instance.Inventory;

/**
 * A VIM or SDN account as doors show it; never with its secret.
 *
 * @param account the record, its sealed secret left out
 * @param state what its lane does now
 * @param inventory last inventory, null before the first and for SDN accounts
 */
public record AccountView(Account account, LaneView state, Inventory inventory) {}

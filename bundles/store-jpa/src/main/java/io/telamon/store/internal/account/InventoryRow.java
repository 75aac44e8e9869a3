/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The last inventory of an account. */
@Entity
@Table(name = "account_inventory")
class InventoryRow {
    @Id String lane;
    String body;

    static InventoryRow of(String lane, String body) {
        InventoryRow row = new InventoryRow();
        row.lane = lane;
        row.body = body;
        return row;
    }
}

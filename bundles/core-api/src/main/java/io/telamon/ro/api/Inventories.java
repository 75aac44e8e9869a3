/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.api;

import io.telamon.model.LaneId;
import io.telamon.model.instance.Inventory;
import java.time.Duration;

/** What the accounts can give, for the planner. */
public interface Inventories {
    /**
     * Inventory of an account, read again when older than {@code maxAge}.
     *
     * @throws io.telamon.errors.TelamonException UNAVAILABLE without plug-in, a VIM_ code when the
     *     cloud does not answer
     */
    Inventory of(LaneId lane, Duration maxAge);
}

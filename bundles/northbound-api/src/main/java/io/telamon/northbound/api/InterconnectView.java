/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import io.telamon.model.instance.Interconnect;
import java.util.List;

/**
 * An interconnect as doors show it.
 *
 * @param interconnect the record
 * @param accounts names of the accounts of its sides, in their order
 * @param uses what is taken of it, lowest VLAN first
 */
public record InterconnectView(Interconnect interconnect, List<String> accounts, List<Use> uses) {
    /** Copies the lists. */
    public InterconnectView {
        accounts = List.copyOf(accounts);
        uses = List.copyOf(uses);
    }

    /**
     * A VLAN that is taken.
     *
     * @param vlan which one
     * @param service name of the service
     * @param link key of its link
     */
    public record Use(int vlan, String service, String link) {}
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import io.telamon.model.LaneKind;
import io.telamon.northbound.rest.internal.Facades;
import jakarta.ws.rs.Path;

/** SDN accounts: one controller with one credential each. */
@Path("/api/v1/sdn-accounts")
public final class SdnAccountsResource extends AccountsResource {
    /** Asks the facade per call. */
    public SdnAccountsResource(Facades facades) {
        super(facades, LaneKind.SDN, "/api/v1/sdn-accounts");
    }
}

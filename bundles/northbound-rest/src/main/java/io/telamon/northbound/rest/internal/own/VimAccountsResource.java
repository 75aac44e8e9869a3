/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import io.telamon.model.LaneKind;
import io.telamon.northbound.rest.internal.Facades;
import jakarta.ws.rs.Path;

/** VIM accounts: one cloud with one credential each. */
@Path("/api/v1/vim-accounts")
public final class VimAccountsResource extends AccountsResource {
    /** Asks the facade per call. */
    public VimAccountsResource(Facades facades) {
        super(facades, LaneKind.VIM, "/api/v1/vim-accounts");
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import io.swagger.v3.oas.annotations.Operation;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.PluginTypeView;
import io.telamon.northbound.rest.internal.Facades;
import io.telamon.northbound.rest.internal.http.CallerFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/** Plug-in types installed now, with the settings an account of each type has. */
@Path("/api/v1/plugin-types")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PluginTypesResource {
    private final Facades facades;

    /** Asks the facade per call. */
    public PluginTypesResource(Facades facades) {
        this.facades = facades;
    }

    @GET
    @Operation(summary = "List plug-in types", tags = "accounts")
    public List<PluginTypeView> list(@Context SecurityContext who) {
        return facades.get(AccountFacade.class).types(CallerFilter.of(who));
    }
}

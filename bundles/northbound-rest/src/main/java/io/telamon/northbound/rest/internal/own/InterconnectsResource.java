/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.InterconnectFacade;
import io.telamon.northbound.api.InterconnectView;
import io.telamon.northbound.rest.internal.Facades;
import io.telamon.northbound.rest.internal.http.CallerFilter;
import io.telamon.northbound.rest.internal.http.Calls;
import io.telamon.northbound.rest.internal.query.Listing;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;

/** What joins clouds, so that a link can span them. */
@Path("/api/v1/interconnects")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class InterconnectsResource {
    private final Facades facades;

    /** Asks the facade per call. */
    public InterconnectsResource(Facades facades) {
        this.facades = facades;
    }

    @GET
    @Operation(summary = "List interconnects", tags = "accounts")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    InterconnectInfo.class))))
    public Response list(@Context SecurityContext who, @Context UriInfo uri) {
        return Listing.of(uri, InterconnectInfo.class, Set.of())
                .answer(interconnects().list(CallerFilter.of(who)), InterconnectInfo::of);
    }

    @POST
    @Operation(summary = "Register an interconnect of VIM accounts", tags = "accounts")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = InterconnectInfo.class)))
    public Response create(
            @Context SecurityContext who, @Context UriInfo uri, InterconnectRequest body) {
        InterconnectView view = interconnects().add(CallerFilter.of(who), Calls.body(body).draft());
        return Calls.created(
                uri,
                "/api/v1/interconnects/" + view.interconnect().id(),
                InterconnectInfo.of(view));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read an interconnect by id or name", tags = "accounts")
    public InterconnectInfo get(@Context SecurityContext who, @PathParam("id") String id) {
        return InterconnectInfo.of(interconnects().find(CallerFilter.of(who), id));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Forget an interconnect that no link uses", tags = "accounts")
    @ApiResponse(responseCode = "204", description = "forgotten")
    public void delete(@Context SecurityContext who, @PathParam("id") String id) {
        Caller caller = CallerFilter.of(who);
        interconnects().delete(caller, interconnects().find(caller, id).interconnect().id());
    }

    private InterconnectFacade interconnects() {
        return facades.get(InterconnectFacade.class);
    }
}

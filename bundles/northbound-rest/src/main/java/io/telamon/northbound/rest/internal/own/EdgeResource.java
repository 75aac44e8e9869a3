/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.telamon.northbound.api.EdgeFacade;
import io.telamon.northbound.api.EdgeResult;
import io.telamon.northbound.api.EdgeView;
import io.telamon.northbound.rest.internal.Facades;
import io.telamon.northbound.rest.internal.http.CallerFilter;
import io.telamon.northbound.rest.internal.http.Calls;
import io.telamon.northbound.rest.internal.query.Listing;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;

/** Functions at the edge: who serves what, and calling one to try it. */
@Path("/api/v1/edge")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class EdgeResource {
    private final Facades facades;

    /** Asks the facade per call. */
    public EdgeResource(Facades facades) {
        this.facades = facades;
    }

    @GET
    @Path("brokers")
    @Operation(summary = "List routers and dispatchers", tags = "edge")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    EdgeView.Broker.class))))
    public Response brokers(@Context SecurityContext who, @Context UriInfo uri) {
        return Listing.of(uri, EdgeView.Broker.class, Set.of())
                .answer(edge().view(CallerFilter.of(who)).brokers(), row -> row);
    }

    @GET
    @Path("computers")
    @Operation(summary = "List computers and what they run", tags = "edge")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    EdgeView.Computer.class))))
    public Response computers(@Context SecurityContext who, @Context UriInfo uri) {
        return Listing.of(uri, EdgeView.Computer.class, Set.of())
                .answer(edge().view(CallerFilter.of(who)).computers(), row -> row);
    }

    @GET
    @Path("functions")
    @Operation(summary = "List functions and how fast they answer", tags = "edge")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    EdgeView.Function.class))))
    public Response functions(@Context SecurityContext who, @Context UriInfo uri) {
        return Listing.of(uri, EdgeView.Function.class, Set.of())
                .answer(edge().view(CallerFilter.of(who)).functions(), row -> row);
    }

    @GET
    @Path("routes")
    @Operation(summary = "List the tables of brokers in this container", tags = "edge")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    EdgeView.Route.class))))
    public Response routes(@Context SecurityContext who, @Context UriInfo uri) {
        return Listing.of(uri, EdgeView.Route.class, Set.of())
                .answer(edge().view(CallerFilter.of(who)).routes(), row -> row);
    }

    @POST
    @Path("calls")
    @Operation(
            summary = "Call a function and wait for its answer",
            description = "What went wrong at the edge is the answer's result; it is OK otherwise.",
            tags = "edge")
    public EdgeResult call(@Context SecurityContext who, EdgeCallRequest body) {
        return edge().call(CallerFilter.of(who), Calls.body(body).call());
    }

    private EdgeFacade edge() {
        return facades.get(EdgeFacade.class);
    }
}

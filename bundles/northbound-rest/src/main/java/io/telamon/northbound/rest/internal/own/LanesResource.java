/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.telamon.model.LaneId;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.LaneView;
import io.telamon.northbound.api.RoFacade;
import io.telamon.northbound.rest.internal.Facades;
import io.telamon.northbound.rest.internal.http.CallerFilter;
import io.telamon.northbound.rest.internal.http.Calls;
import io.telamon.northbound.rest.internal.query.Listing;
import jakarta.ws.rs.Consumes;
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
import java.util.List;
import java.util.Set;

/** Lanes and their queues. */
@Path("/api/v1/lanes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class LanesResource {
    private final Facades facades;

    /** Asks the facade per call. */
    public LanesResource(Facades facades) {
        this.facades = facades;
    }

    @GET
    @Operation(summary = "List lanes", tags = "lanes")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema = @Schema(implementation = LaneView.class))))
    public Response list(@Context SecurityContext who, @Context UriInfo uri) {
        return Listing.of(uri, LaneView.class, Set.of())
                .answer(lanes().lanes(CallerFilter.of(who)), view -> view);
    }

    @GET
    @Path("{lane}/queue")
    @Operation(summary = "Unsettled tasks of a lane, next due first", tags = "lanes")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema = @Schema(implementation = TaskInfo.class))))
    public Response queue(
            @Context SecurityContext who, @Context UriInfo uri, @PathParam("lane") String lane) {
        Caller caller = CallerFilter.of(who);
        LaneId id = lane(lane);
        return Listing.of(uri, TaskInfo.class, Set.of())
                .answer(page -> lanes().queue(caller, id, page), TaskInfo::of);
    }

    @POST
    @Path("{lane}/pause")
    @Operation(summary = "Stop handing out tasks", tags = "lanes")
    public LaneView pause(@Context SecurityContext who, @PathParam("lane") String lane) {
        return lanes().pause(CallerFilter.of(who), lane(lane));
    }

    @POST
    @Path("{lane}/resume")
    @Operation(summary = "Go on", tags = "lanes")
    public LaneView resume(@Context SecurityContext who, @PathParam("lane") String lane) {
        return lanes().resume(CallerFilter.of(who), lane(lane));
    }

    @POST
    @Path("{lane}/audit")
    @Operation(summary = "Compare what is recorded with what is there", tags = "lanes")
    public List<String> audit(@Context SecurityContext who, @PathParam("lane") String lane) {
        return lanes().audit(CallerFilter.of(who), lane(lane));
    }

    private RoFacade lanes() {
        return facades.get(RoFacade.class);
    }

    private static LaneId lane(String text) {
        return Calls.parse("lane", text, () -> LaneId.parse(text));
    }
}

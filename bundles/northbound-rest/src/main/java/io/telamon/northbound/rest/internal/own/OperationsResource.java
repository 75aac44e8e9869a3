/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.telamon.model.OperationId;
import io.telamon.model.TaskId;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.OperationFacade;
import io.telamon.northbound.api.OperationView;
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
import java.util.Set;

/** Operations with their tasks, and a person's decisions about failed ones. */
@Path("/api/v1/operations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OperationsResource {
    private final Facades facades;

    /** Asks the facade per call. */
    public OperationsResource(Facades facades) {
        this.facades = facades;
    }

    @GET
    @Operation(summary = "List operations, newest first", tags = "operations")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema =
                                                    @Schema(implementation = OperationInfo.class))))
    public Response list(@Context SecurityContext who, @Context UriInfo uri) {
        Caller caller = CallerFilter.of(who);
        return Listing.of(uri, OperationInfo.class, Set.of())
                .answer(page -> operations().list(caller, page), OperationInfo::of);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read an operation", tags = "operations")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = OperationInfo.class)))
    public Response get(@Context SecurityContext who, @PathParam("id") String id) {
        OperationView view = operations().get(CallerFilter.of(who), new OperationId(id));
        return Calls.tagged(OperationInfo.of(view), view.operation().version());
    }

    @GET
    @Path("{id}/tasks")
    @Operation(summary = "Its tasks with their tries, in planned order", tags = "operations")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema = @Schema(implementation = TaskInfo.class))))
    public Response tasks(
            @Context SecurityContext who, @Context UriInfo uri, @PathParam("id") String id) {
        return Listing.of(uri, TaskInfo.class, Set.of())
                .answer(
                        operations().tasks(CallerFilter.of(who), new OperationId(id)),
                        TaskInfo::of);
    }

    @POST
    @Path("{id}/retry")
    @Operation(summary = "Let the failed tasks run again", tags = "operations")
    public OperationInfo retry(@Context SecurityContext who, @PathParam("id") String id) {
        return OperationInfo.of(operations().retry(CallerFilter.of(who), new OperationId(id)));
    }

    @POST
    @Path("{id}/rollback")
    @Operation(summary = "Take back what it made", tags = "operations")
    public OperationInfo rollback(@Context SecurityContext who, @PathParam("id") String id) {
        return OperationInfo.of(operations().rollback(CallerFilter.of(who), new OperationId(id)));
    }

    @POST
    @Path("{id}/fail")
    @Operation(summary = "Give it up", tags = "operations")
    public OperationInfo fail(@Context SecurityContext who, @PathParam("id") String id) {
        return OperationInfo.of(operations().fail(CallerFilter.of(who), new OperationId(id)));
    }

    @POST
    @Path("{id}/tasks/{task}/skip")
    @Operation(summary = "Declare a task as not needed", tags = "operations")
    public OperationInfo skip(
            @Context SecurityContext who,
            @PathParam("id") String id,
            @PathParam("task") String task) {
        return OperationInfo.of(
                operations().skip(CallerFilter.of(who), new OperationId(id), new TaskId(task)));
    }

    private OperationFacade operations() {
        return facades.get(OperationFacade.class);
    }
}

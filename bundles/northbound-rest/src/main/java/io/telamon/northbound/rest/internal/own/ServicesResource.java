/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.telamon.model.NsInstanceId;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.NsFacade;
import io.telamon.northbound.api.NsView;
import io.telamon.northbound.api.OperationFacade;
import io.telamon.northbound.api.PlanPreview;
import io.telamon.northbound.rest.internal.Facades;
import io.telamon.northbound.rest.internal.http.CallerFilter;
import io.telamon.northbound.rest.internal.http.Calls;
import io.telamon.northbound.rest.internal.query.Listing;
import io.telamon.northbound.rest.internal.sol.Changes;
import io.telamon.northbound.rest.internal.sol.NsdLookup;
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

/** Service instances beyond the standard: all states, resources, dry runs. */
@Path("/api/v1/ns-instances")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ServicesResource {
    private final Facades facades;
    private final Changes changes;

    /** Asks the facade per call. */
    public ServicesResource(Facades facades, Changes changes) {
        this.facades = facades;
        this.changes = changes;
    }

    @GET
    @Operation(summary = "List service instances", tags = "services")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema = @Schema(implementation = ServiceInfo.class))))
    public Response list(@Context SecurityContext who, @Context UriInfo uri) {
        Caller caller = CallerFilter.of(who);
        return Listing.of(uri, ServiceInfo.class, Set.of())
                .answer(page -> services().list(caller, page), ServiceInfo::of);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a service instance by id or name", tags = "services")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ServiceInfo.class)))
    public Response get(@Context SecurityContext who, @PathParam("id") String id) {
        NsView view = services().find(CallerFilter.of(who), id);
        return Calls.tagged(ServiceInfo.of(view), view.instance().version());
    }

    @GET
    @Path("{id}/resources")
    @Operation(summary = "What it consists of on the clouds", tags = "services")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema = @Schema(implementation = ResourceInfo.class))))
    public Response resources(
            @Context SecurityContext who, @Context UriInfo uri, @PathParam("id") String id) {
        Caller caller = CallerFilter.of(who);
        NsInstanceId instance = services().find(caller, id).instance().id();
        return Listing.of(uri, ResourceInfo.class, Set.of())
                .answer(services().resources(caller, instance), ResourceInfo::of);
    }

    @GET
    @Path("{id}/operations")
    @Operation(summary = "Its operations, newest first", tags = "services")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema =
                                                    @Schema(implementation = OperationInfo.class))))
    public Response operations(
            @Context SecurityContext who, @Context UriInfo uri, @PathParam("id") String id) {
        Caller caller = CallerFilter.of(who);
        NsInstanceId instance = services().find(caller, id).instance().id();
        return Listing.of(uri, OperationInfo.class, Set.of())
                .answer(
                        facades.get(OperationFacade.class).ofInstance(caller, instance),
                        OperationInfo::of);
    }

    @POST
    @Path("{id}/console")
    @Operation(summary = "Address of the console of a machine, for a short time", tags = "services")
    public ConsoleAddress console(
            @Context SecurityContext who, @PathParam("id") String id, ConsoleRequest body) {
        Caller caller = CallerFilter.of(who);
        String key = Calls.required(Calls.body(body).resourceKey(), "resourceKey is missing");
        NsInstanceId instance = services().find(caller, id).instance().id();
        return new ConsoleAddress(services().console(caller, instance, key));
    }

    @POST
    @Path("{id}/preview")
    @Operation(summary = "What a change would do; changes nothing", tags = "services")
    public PlanPreview preview(
            @Context SecurityContext who, @PathParam("id") String id, PreviewRequest body) {
        Caller caller = CallerFilter.of(who);
        NsChange change = Calls.body(body).change(changes);
        return services().preview(caller, services().find(caller, id).instance().id(), change);
    }

    @POST
    @Path("preview")
    @Operation(summary = "What instantiating an NSD would do; leaves nothing", tags = "services")
    public PlanPreview previewNew(@Context SecurityContext who, PreviewRequest body) {
        Caller caller = CallerFilter.of(who);
        PreviewRequest wish = Calls.body(body);
        return services()
                .previewNew(
                        caller,
                        Calls.required(wish.nsName(), "nsName is missing"),
                        new NsdLookup(facades).find(caller, wish.nsdId()),
                        wish.change(changes));
    }

    private NsFacade services() {
        return facades.get(NsFacade.class);
    }
}

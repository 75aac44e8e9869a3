/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.sol;

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
import io.telamon.northbound.api.OperationView;
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

/** NS instances and their life cycle (SOL005 clause 6.4.2 to 6.4.8). */
@Path("/nslcm/v1/ns_instances")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class NsInstancesResource {
    private static final Set<String> BY_DEFAULT = Set.of("vnfInstance");

    private final Facades facades;
    private final Changes changes;

    /** Asks the facade per call. */
    public NsInstancesResource(Facades facades, Changes changes) {
        this.facades = facades;
        this.changes = changes;
    }

    @GET
    @Operation(summary = "List NS instances", tags = "nslcm")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    NsInstanceInfo.class))))
    public Response list(@Context SecurityContext who, @Context UriInfo uri) {
        Caller caller = CallerFilter.of(who);
        Listing listing = Listing.of(uri, NsInstanceInfo.class, BY_DEFAULT);
        NsInfos infos = new NsInfos(facades, caller, uri);
        return listing.answer(
                page -> instances().list(caller, page),
                view -> listing.wants("vnfInstance") ? infos.full(view) : infos.brief(view));
    }

    @POST
    @Operation(summary = "Create an NS instance record", tags = "nslcm")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = NsInstanceInfo.class)))
    public Response create(
            @Context SecurityContext who, @Context UriInfo uri, NsRequests.CreateNsRequest body) {
        Caller caller = CallerFilter.of(who);
        NsRequests.CreateNsRequest wish = Calls.body(body);
        NsView view =
                instances()
                        .create(
                                caller,
                                Calls.required(wish.nsName(), "nsName is missing"),
                                wish.nsDescription() == null ? "" : wish.nsDescription(),
                                new NsdLookup(facades).find(caller, wish.nsdId()));
        return Calls.created(
                uri,
                "/nslcm/v1/ns_instances/" + view.instance().id(),
                new NsInfos(facades, caller, uri).full(view));
    }

    @GET
    @Path("{nsInstanceId}")
    @Operation(summary = "Read an NS instance", tags = "nslcm")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = NsInstanceInfo.class)))
    public Response get(
            @Context SecurityContext who,
            @Context UriInfo uri,
            @PathParam("nsInstanceId") String id) {
        Caller caller = CallerFilter.of(who);
        NsView view = instances().get(caller, new NsInstanceId(id));
        return Calls.tagged(
                new NsInfos(facades, caller, uri).full(view), view.instance().version());
    }

    @DELETE
    @Path("{nsInstanceId}")
    @Operation(summary = "Delete the record of an instance that is not up", tags = "nslcm")
    @ApiResponse(responseCode = "204", description = "deleted")
    public void delete(@Context SecurityContext who, @PathParam("nsInstanceId") String id) {
        instances().delete(CallerFilter.of(who), new NsInstanceId(id));
    }

    @POST
    @Path("{nsInstanceId}/instantiate")
    @Operation(summary = "Bring a service to life", tags = "nslcm")
    @ApiResponse(responseCode = "202", description = "accepted")
    public Response instantiate(
            @Context SecurityContext who,
            @Context UriInfo uri,
            @PathParam("nsInstanceId") String id,
            NsRequests.InstantiateNsRequest body) {
        return change(who, uri, id, changes.instantiate(body));
    }

    @POST
    @Path("{nsInstanceId}/scale")
    @Operation(summary = "Change the number of VNFCs", tags = "nslcm")
    @ApiResponse(responseCode = "202", description = "accepted")
    public Response scale(
            @Context SecurityContext who,
            @Context UriInfo uri,
            @PathParam("nsInstanceId") String id,
            NsRequests.ScaleNsRequest body) {
        return change(who, uri, id, changes.scale(body));
    }

    @POST
    @Path("{nsInstanceId}/heal")
    @Operation(summary = "Replace what is broken or missing", tags = "nslcm")
    @ApiResponse(responseCode = "202", description = "accepted")
    public Response heal(
            @Context SecurityContext who,
            @Context UriInfo uri,
            @PathParam("nsInstanceId") String id,
            NsRequests.HealNsRequest body) {
        return change(who, uri, id, changes.heal(body));
    }

    @POST
    @Path("{nsInstanceId}/update")
    @Operation(
            summary = "Start or stop a VNF, give it another shape, move it to another cloud",
            tags = "nslcm")
    @ApiResponse(responseCode = "202", description = "accepted")
    public Response update(
            @Context SecurityContext who,
            @Context UriInfo uri,
            @PathParam("nsInstanceId") String id,
            NsRequests.UpdateNsRequest body) {
        return change(who, uri, id, changes.update(body));
    }

    @POST
    @Path("{nsInstanceId}/terminate")
    @Operation(summary = "Take a service down", tags = "nslcm")
    @ApiResponse(responseCode = "202", description = "accepted")
    public Response terminate(
            @Context SecurityContext who,
            @Context UriInfo uri,
            @PathParam("nsInstanceId") String id,
            NsRequests.TerminateNsRequest body) {
        return change(who, uri, id, changes.terminate(body));
    }

    private Response change(SecurityContext who, UriInfo uri, String id, NsChange change) {
        OperationView accepted =
                instances().change(CallerFilter.of(who), new NsInstanceId(id), change);
        return Calls.accepted(uri, "/nslcm/v1/ns_lcm_op_occs/" + accepted.operation().id());
    }

    private NsFacade instances() {
        return facades.get(NsFacade.class);
    }
}

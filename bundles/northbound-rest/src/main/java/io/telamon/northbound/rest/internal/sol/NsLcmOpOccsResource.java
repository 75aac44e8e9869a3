/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.sol;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.telamon.model.OperationId;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.OperationFacade;
import io.telamon.northbound.api.OperationView;
import io.telamon.northbound.rest.internal.Facades;
import io.telamon.northbound.rest.internal.http.CallerFilter;
import io.telamon.northbound.rest.internal.http.Calls;
import io.telamon.northbound.rest.internal.query.Listing;
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

/** Operation occurrences and what can be done about failed ones (SOL005 clause 6.4.9 to 6.4.15). */
@Path("/nslcm/v1/ns_lcm_op_occs")
@Produces(MediaType.APPLICATION_JSON)
public final class NsLcmOpOccsResource {
    private static final Set<String> BY_DEFAULT = Set.of("operationParams", "error");

    private final Facades facades;

    /** Asks the facade per call. */
    public NsLcmOpOccsResource(Facades facades) {
        this.facades = facades;
    }

    @GET
    @Operation(summary = "List operation occurrences, newest first", tags = "nslcm")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema = @Schema(implementation = NsLcmOpOcc.class))))
    public Response list(@Context SecurityContext who, @Context UriInfo uri) {
        Caller caller = CallerFilter.of(who);
        return Listing.of(uri, NsLcmOpOcc.class, BY_DEFAULT)
                .answer(page -> operations().list(caller, page), view -> NsLcmOpOcc.of(view, uri));
    }

    @GET
    @Path("{nsLcmOpOccId}")
    @Operation(summary = "Read an operation occurrence", tags = "nslcm")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = NsLcmOpOcc.class)))
    public Response get(
            @Context SecurityContext who,
            @Context UriInfo uri,
            @PathParam("nsLcmOpOccId") String id) {
        OperationView view = operations().get(CallerFilter.of(who), new OperationId(id));
        return Calls.tagged(NsLcmOpOcc.of(view, uri), view.operation().version());
    }

    @POST
    @Path("{nsLcmOpOccId}/retry")
    @Operation(summary = "Let the failed tasks run again", tags = "nslcm")
    @ApiResponse(responseCode = "202", description = "accepted")
    public Response retry(
            @Context SecurityContext who,
            @Context UriInfo uri,
            @PathParam("nsLcmOpOccId") String id) {
        return accepted(uri, operations().retry(CallerFilter.of(who), new OperationId(id)));
    }

    @POST
    @Path("{nsLcmOpOccId}/rollback")
    @Operation(summary = "Take back what the operation made", tags = "nslcm")
    @ApiResponse(responseCode = "202", description = "accepted")
    public Response rollback(
            @Context SecurityContext who,
            @Context UriInfo uri,
            @PathParam("nsLcmOpOccId") String id) {
        return accepted(uri, operations().rollback(CallerFilter.of(who), new OperationId(id)));
    }

    @POST
    @Path("{nsLcmOpOccId}/fail")
    @Operation(summary = "Give the operation up", tags = "nslcm")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = NsLcmOpOcc.class)))
    public NsLcmOpOcc fail(
            @Context SecurityContext who,
            @Context UriInfo uri,
            @PathParam("nsLcmOpOccId") String id) {
        OperationId operation = new OperationId(id);
        return NsLcmOpOcc.of(operations().fail(CallerFilter.of(who), operation), uri);
    }

    private OperationFacade operations() {
        return facades.get(OperationFacade.class);
    }

    private static Response accepted(UriInfo uri, OperationView view) {
        return Calls.accepted(uri, "/nslcm/v1/ns_lcm_op_occs/" + view.operation().id());
    }
}

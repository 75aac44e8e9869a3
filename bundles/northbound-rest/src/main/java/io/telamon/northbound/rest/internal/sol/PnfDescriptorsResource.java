/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.sol;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.PackageView;
import io.telamon.northbound.rest.internal.http.CallerFilter;
import io.telamon.northbound.rest.internal.http.Calls;
import io.telamon.northbound.rest.internal.http.Uploads;
import io.telamon.northbound.rest.internal.query.Listing;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Set;

/** PNF descriptors (SOL005 clause 5.4.5 to 5.4.7). */
@Path("/nsd/v1/pnf_descriptors")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PnfDescriptorsResource {
    private static final String PATH = "/nsd/v1/pnf_descriptors/";
    private static final Set<String> BY_DEFAULT =
            Set.of("userDefinedData", "onboardingFailureDetails");

    private final PackageCalls calls;

    /** Works through what all packages have in common. */
    public PnfDescriptorsResource(PackageCalls calls) {
        this.calls = calls;
    }

    @GET
    @Operation(summary = "List PNFDs", tags = "nsd")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema = @Schema(implementation = PnfdInfo.class))))
    public Response list(@Context SecurityContext who, @Context UriInfo uri) {
        Caller caller = CallerFilter.of(who);
        Listing listing = Listing.of(uri, PnfdInfo.class, BY_DEFAULT);
        PnfdInfos infos = new PnfdInfos(calls, caller, uri);
        return listing.answer(
                page -> calls.catalog().list(caller, PackageKind.PNF, page), infos::brief);
    }

    @POST
    @Operation(summary = "Announce a PNFD", tags = "nsd")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = PnfdInfo.class)))
    public Response create(
            @Context SecurityContext who, @Context UriInfo uri, PackageModifications body) {
        Caller caller = CallerFilter.of(who);
        PackageView view = calls.create(caller, PackageKind.PNF, body);
        return Calls.created(uri, PATH + view.id(), new PnfdInfos(calls, caller, uri).full(view));
    }

    @GET
    @Path("{pnfdInfoId}")
    @Operation(summary = "Read a PNFD's information", tags = "nsd")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PnfdInfo.class)))
    public Response get(
            @Context SecurityContext who,
            @Context UriInfo uri,
            @PathParam("pnfdInfoId") String id) {
        Caller caller = CallerFilter.of(who);
        PackageView view = calls.get(caller, PackageKind.PNF, id);
        return Calls.tagged(new PnfdInfos(calls, caller, uri).full(view), view.version());
    }

    @PATCH
    @Path("{pnfdInfoId}")
    @Consumes({Calls.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(summary = "Change user data", tags = "nsd")
    public Response patch(
            @Context SecurityContext who,
            @PathParam("pnfdInfoId") String id,
            @HeaderParam(Calls.IF_MATCH) String ifMatch,
            PackageModifications body) {
        Caller caller = CallerFilter.of(who);
        PackageView before = calls.get(caller, PackageKind.PNF, id);
        PackageView after = calls.patch(caller, before, ifMatch, body);
        return Calls.tagged(NsdInfos.modifications(body, after), after.version());
    }

    @DELETE
    @Path("{pnfdInfoId}")
    @Operation(summary = "Delete a PNFD that nobody uses", tags = "nsd")
    @ApiResponse(responseCode = "204", description = "deleted")
    public void delete(@Context SecurityContext who, @PathParam("pnfdInfoId") String id) {
        Caller caller = CallerFilter.of(who);
        calls.catalog().delete(caller, calls.get(caller, PackageKind.PNF, id).id());
    }

    @GET
    @Path("{pnfdInfoId}/pnfd_content")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Fetch the original", tags = "nsd")
    public Response content(@Context SecurityContext who, @PathParam("pnfdInfoId") String id) {
        Caller caller = CallerFilter.of(who);
        PackageView view = calls.get(caller, PackageKind.PNF, id);
        return PackageCalls.file(calls.catalog().content(caller, view.id()), view.content());
    }

    @PUT
    @Path("{pnfdInfoId}/pnfd_content")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Bring the content", tags = "nsd")
    @ApiResponse(responseCode = "204", description = "on-boarded")
    public Response upload(
            @Context SecurityContext who,
            @Context UriInfo uri,
            @PathParam("pnfdInfoId") String id,
            @Context HttpHeaders headers,
            InputStream body) {
        Caller caller = CallerFilter.of(who);
        PackageView view = calls.get(caller, PackageKind.PNF, id);
        return calls.upload(caller, view, Uploads.of(headers, uri, body), uri);
    }
}

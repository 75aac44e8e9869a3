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

/** VNF packages (SOL005 clause 9.4.2 to 9.4.7). */
@Path("/vnfpkgm/v1/vnf_packages")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class VnfPackagesResource {
    private static final String PATH = "/vnfpkgm/v1/vnf_packages/";
    private static final Set<String> BY_DEFAULT = Set.of("userDefinedData", "checksum");

    private final PackageCalls calls;

    /** Works through what all packages have in common. */
    public VnfPackagesResource(PackageCalls calls) {
        this.calls = calls;
    }

    @GET
    @Operation(summary = "List VNF packages", tags = "vnfpkgm")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema = @Schema(implementation = VnfPkgInfo.class))))
    public Response list(@Context SecurityContext who, @Context UriInfo uri) {
        Caller caller = CallerFilter.of(who);
        Listing listing = Listing.of(uri, VnfPkgInfo.class, BY_DEFAULT);
        VnfPkgInfos infos = new VnfPkgInfos(calls, caller, uri);
        return listing.answer(
                page -> calls.catalog().list(caller, PackageKind.VNF, page), infos::brief);
    }

    @POST
    @Operation(summary = "Announce a VNF package", tags = "vnfpkgm")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = VnfPkgInfo.class)))
    public Response create(
            @Context SecurityContext who, @Context UriInfo uri, PackageModifications body) {
        Caller caller = CallerFilter.of(who);
        PackageView view = calls.create(caller, PackageKind.VNF, body);
        return Calls.created(uri, PATH + view.id(), new VnfPkgInfos(calls, caller, uri).full(view));
    }

    @GET
    @Path("{vnfPkgId}")
    @Operation(summary = "Read a VNF package's information", tags = "vnfpkgm")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = VnfPkgInfo.class)))
    public Response get(
            @Context SecurityContext who, @Context UriInfo uri, @PathParam("vnfPkgId") String id) {
        Caller caller = CallerFilter.of(who);
        PackageView view = calls.get(caller, PackageKind.VNF, id);
        return Calls.tagged(new VnfPkgInfos(calls, caller, uri).full(view), view.version());
    }

    @PATCH
    @Path("{vnfPkgId}")
    @Consumes({Calls.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(summary = "Enable, disable, or change user data", tags = "vnfpkgm")
    public Response patch(
            @Context SecurityContext who,
            @PathParam("vnfPkgId") String id,
            @HeaderParam(Calls.IF_MATCH) String ifMatch,
            PackageModifications body) {
        Caller caller = CallerFilter.of(who);
        PackageView before = calls.get(caller, PackageKind.VNF, id);
        PackageView after = calls.patch(caller, before, ifMatch, body);
        return Calls.tagged(NsdInfos.modifications(body, after), after.version());
    }

    @DELETE
    @Path("{vnfPkgId}")
    @Operation(summary = "Delete a VNF package that nobody uses", tags = "vnfpkgm")
    @ApiResponse(responseCode = "204", description = "deleted")
    public void delete(@Context SecurityContext who, @PathParam("vnfPkgId") String id) {
        Caller caller = CallerFilter.of(who);
        calls.catalog().delete(caller, calls.get(caller, PackageKind.VNF, id).id());
    }

    @GET
    @Path("{vnfPkgId}/package_content")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Fetch the original", tags = "vnfpkgm")
    public Response content(@Context SecurityContext who, @PathParam("vnfPkgId") String id) {
        Caller caller = CallerFilter.of(who);
        PackageView view = calls.get(caller, PackageKind.VNF, id);
        return PackageCalls.file(calls.catalog().content(caller, view.id()), view.content());
    }

    @PUT
    @Path("{vnfPkgId}/package_content")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Bring the content", tags = "vnfpkgm")
    @ApiResponse(responseCode = "204", description = "on-boarded")
    public Response upload(
            @Context SecurityContext who,
            @Context UriInfo uri,
            @PathParam("vnfPkgId") String id,
            @Context HttpHeaders headers,
            InputStream body) {
        Caller caller = CallerFilter.of(who);
        PackageView view = calls.get(caller, PackageKind.VNF, id);
        return calls.upload(caller, view, Uploads.of(headers, uri, body), uri);
    }

    @GET
    @Path("{vnfPkgId}/vnfd")
    @Produces({MediaType.TEXT_PLAIN, MediaType.WILDCARD})
    @Operation(summary = "Read the VNFD", tags = "vnfpkgm")
    public Response vnfd(@Context SecurityContext who, @PathParam("vnfPkgId") String id) {
        Caller caller = CallerFilter.of(who);
        PackageView view = calls.get(caller, PackageKind.VNF, id);
        return Response.ok(
                        calls.catalog().descriptor(caller, view.id()), "text/plain;charset=utf-8")
                .build();
    }

    @GET
    @Path("{vnfPkgId}/artifacts/{artifactPath: .+}")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Fetch one file of the package", tags = "vnfpkgm")
    public Response artifact(
            @Context SecurityContext who,
            @PathParam("vnfPkgId") String id,
            @PathParam("artifactPath") String path) {
        Caller caller = CallerFilter.of(who);
        PackageView view = calls.get(caller, PackageKind.VNF, id);
        InputStream file = calls.catalog().artifact(caller, view.id(), path);
        return Response.ok(file, MediaType.APPLICATION_OCTET_STREAM).build();
    }
}

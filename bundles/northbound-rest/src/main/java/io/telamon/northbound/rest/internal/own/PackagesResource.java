/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.telamon.model.PackageId;
import io.telamon.model.descriptor.ValidationReport;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.CatalogFacade;
import io.telamon.northbound.api.OnboardResult;
import io.telamon.northbound.api.PackageView;
import io.telamon.northbound.api.Upload;
import io.telamon.northbound.rest.internal.Facades;
import io.telamon.northbound.rest.internal.http.CallerFilter;
import io.telamon.northbound.rest.internal.http.Calls;
import io.telamon.northbound.rest.internal.http.Uploads;
import io.telamon.northbound.rest.internal.query.Listing;
import io.telamon.northbound.rest.internal.sol.PackageCalls;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.cxf.jaxrs.ext.multipart.Attachment;
import org.apache.cxf.jaxrs.ext.multipart.MultipartBody;

/** Packages of every kind, brought in one step. */
@Path("/api/v1/packages")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PackagesResource {
    private static final String PATH = "/api/v1/packages/";

    private final Facades facades;

    /** Asks the facade per call. */
    public PackagesResource(Facades facades) {
        this.facades = facades;
    }

    @GET
    @Operation(summary = "List packages", tags = "packages")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema = @Schema(implementation = PackageView.class))))
    public Response list(@Context SecurityContext who, @Context UriInfo uri) {
        Caller caller = CallerFilter.of(who);
        return Listing.of(uri, PackageView.class, Set.of())
                .answer(page -> catalog().list(caller, null, page), view -> view);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a package's entry", tags = "packages")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = PackageView.class)))
    public Response get(@Context SecurityContext who, @PathParam("id") String id) {
        PackageView view = catalog().get(CallerFilter.of(who), new PackageId(id));
        return Calls.tagged(view, view.version());
    }

    @GET
    @Path("{id}/report")
    @Operation(summary = "Findings about the content", tags = "packages")
    public ValidationReport report(@Context SecurityContext who, @PathParam("id") String id) {
        return catalog().report(CallerFilter.of(who), new PackageId(id));
    }

    @GET
    @Path("{id}/content")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Fetch the original", tags = "packages")
    public Response content(@Context SecurityContext who, @PathParam("id") String id) {
        Caller caller = CallerFilter.of(who);
        PackageView view = catalog().get(caller, new PackageId(id));
        return PackageCalls.file(catalog().content(caller, view.id()), view.content());
    }

    @GET
    @Path("{id}/descriptor")
    @Produces({MediaType.TEXT_PLAIN, MediaType.WILDCARD})
    @Operation(summary = "Read the descriptor as text", tags = "packages")
    public Response descriptor(@Context SecurityContext who, @PathParam("id") String id) {
        String text = catalog().descriptor(CallerFilter.of(who), new PackageId(id));
        return Response.ok(text, "text/plain;charset=utf-8").build();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete a package that nobody uses", tags = "packages")
    @ApiResponse(responseCode = "204", description = "deleted")
    public void delete(@Context SecurityContext who, @PathParam("id") String id) {
        catalog().delete(CallerFilter.of(who), new PackageId(id));
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "On-board a package; the body is the file", tags = "packages")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = OnboardResult.class)))
    public Response onboard(
            @Context SecurityContext who,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            InputStream body) {
        return onboard(CallerFilter.of(who), Uploads.of(headers, uri, body), uri);
    }

    @POST
    @Hidden
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response onboardForm(
            @Context SecurityContext who, @Context UriInfo uri, MultipartBody form)
            throws IOException {
        Caller caller = CallerFilter.of(who);
        Attachment file = form.getRootAttachment();
        String name = Uploads.name(file.getHeader("Content-Disposition"));
        try (InputStream body = file.getDataHandler().getInputStream()) {
            return onboard(caller, new Upload(name, "", body), uri);
        }
    }

    private Response onboard(Caller caller, Upload upload, UriInfo uri) {
        OnboardResult result = catalog().onboard(caller, upload);
        return result.packages().isEmpty()
                ? PackageCalls.refused(result, uri)
                : Calls.created(uri, PATH + result.packages().get(0).id(), result);
    }

    private CatalogFacade catalog() {
        return facades.get(CatalogFacade.class);
    }
}

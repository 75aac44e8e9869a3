/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.telamon.model.instance.Quota;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Tenant;
import io.telamon.northbound.api.TenantFacade;
import io.telamon.northbound.rest.internal.Facades;
import io.telamon.northbound.rest.internal.http.CallerFilter;
import io.telamon.northbound.rest.internal.http.Calls;
import io.telamon.northbound.rest.internal.query.Listing;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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

/** Tenants and their quotas. */
@Path("/api/v1/tenants")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TenantsResource {
    private final Facades facades;

    /** Asks the facade per call. */
    public TenantsResource(Facades facades) {
        this.facades = facades;
    }

    @GET
    @Operation(summary = "List tenants", tags = "tenants")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema = @Schema(implementation = TenantInfo.class))))
    public Response list(@Context SecurityContext who, @Context UriInfo uri) {
        return Listing.of(uri, TenantInfo.class, Set.of())
                .answer(tenants().list(CallerFilter.of(who)), TenantInfo::of);
    }

    @POST
    @Operation(summary = "Add a tenant", tags = "tenants")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = TenantInfo.class)))
    public Response create(@Context SecurityContext who, @Context UriInfo uri, TenantRequest body) {
        TenantRequest wish = Calls.body(body);
        TenantFacade.TenantView view =
                tenants()
                        .add(
                                CallerFilter.of(who),
                                Calls.required(wish.name(), "name is missing"),
                                wish.description() == null ? "" : wish.description(),
                                wish.quota() == null ? Quota.unlimited() : wish.quota());
        return Calls.created(uri, "/api/v1/tenants/" + view.tenant().id(), TenantInfo.of(view));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a tenant by id or name", tags = "tenants")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = TenantInfo.class)))
    public Response get(@Context SecurityContext who, @PathParam("id") String id) {
        return tagged(tenants().find(CallerFilter.of(who), id));
    }

    @PATCH
    @Path("{id}")
    @Consumes({Calls.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(summary = "Change description and quota", tags = "tenants")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = TenantInfo.class)))
    public Response patch(
            @Context SecurityContext who,
            @PathParam("id") String id,
            @HeaderParam(Calls.IF_MATCH) String ifMatch,
            TenantRequest body) {
        Caller caller = CallerFilter.of(who);
        TenantRequest wish = Calls.body(body);
        long version = Calls.version(ifMatch, true);
        Tenant before = tenants().find(caller, id).tenant();
        return tagged(
                tenants()
                        .update(
                                caller,
                                before.id(),
                                version,
                                wish.description() == null
                                        ? before.description()
                                        : wish.description(),
                                wish.quota() == null ? before.quota() : wish.quota()));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete a tenant that owns nothing", tags = "tenants")
    @ApiResponse(responseCode = "204", description = "deleted")
    public void delete(@Context SecurityContext who, @PathParam("id") String id) {
        Caller caller = CallerFilter.of(who);
        tenants().delete(caller, tenants().find(caller, id).tenant().id());
    }

    private TenantFacade tenants() {
        return facades.get(TenantFacade.class);
    }

    private static Response tagged(TenantFacade.TenantView view) {
        return Calls.tagged(TenantInfo.of(view), view.tenant().version());
    }
}

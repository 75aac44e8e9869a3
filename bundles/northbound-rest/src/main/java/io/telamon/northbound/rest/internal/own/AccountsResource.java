/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.telamon.model.LaneKind;
import io.telamon.model.instance.Account;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.AccountView;
import io.telamon.northbound.api.CheckStepView;
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
import java.util.List;
import java.util.Set;

/** Accounts of one kind; the two kinds differ in their path only. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public abstract class AccountsResource {
    private final Facades facades;
    private final LaneKind kind;
    private final String path;

    /** Serves one kind at one path. */
    protected AccountsResource(Facades facades, LaneKind kind, String path) {
        this.facades = facades;
        this.kind = kind;
        this.path = path;
    }

    @GET
    @Operation(summary = "List accounts", tags = "accounts")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema = @Schema(implementation = AccountInfo.class))))
    public Response list(@Context SecurityContext who, @Context UriInfo uri) {
        Caller caller = CallerFilter.of(who);
        return Listing.of(uri, AccountInfo.class, Set.of("inventory"))
                .answer(accounts().list(caller, kind), AccountInfo::of);
    }

    @POST
    @Operation(summary = "Register an account", tags = "accounts")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = AccountInfo.class)))
    public Response create(
            @Context SecurityContext who, @Context UriInfo uri, AccountRequest body) {
        Caller caller = CallerFilter.of(who);
        AccountView view = accounts().add(caller, Calls.body(body).create(kind));
        return Calls.created(uri, path + "/" + view.account().lane().id(), AccountInfo.of(view));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read an account by id or name", tags = "accounts")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AccountInfo.class)))
    public Response get(@Context SecurityContext who, @PathParam("id") String id) {
        return tagged(accounts().find(CallerFilter.of(who), kind, id));
    }

    @PATCH
    @Path("{id}")
    @Consumes({Calls.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(summary = "Change an account", tags = "accounts")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AccountInfo.class)))
    public Response patch(
            @Context SecurityContext who,
            @PathParam("id") String id,
            @HeaderParam(Calls.IF_MATCH) String ifMatch,
            AccountRequest body) {
        Caller caller = CallerFilter.of(who);
        AccountRequest wish = Calls.body(body);
        long version = Calls.version(ifMatch, true);
        Account before = accounts().find(caller, kind, id).account();
        return tagged(accounts().update(caller, before.lane(), version, wish.change(before)));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete an account that carries nothing", tags = "accounts")
    @ApiResponse(responseCode = "204", description = "deleted")
    public void delete(@Context SecurityContext who, @PathParam("id") String id) {
        Caller caller = CallerFilter.of(who);
        accounts().delete(caller, accounts().find(caller, kind, id).account().lane());
    }

    @POST
    @Path("{id}/check")
    @Operation(summary = "Test the connection of an account step by step", tags = "accounts")
    public List<CheckStepView> check(@Context SecurityContext who, @PathParam("id") String id) {
        Caller caller = CallerFilter.of(who);
        AccountView view = accounts().find(caller, kind, id);
        return accounts().check(caller, view.account().lane(), step -> {});
    }

    @POST
    @Path("check")
    @Operation(
            summary = "Test the connection of an account that is not stored; nothing is kept",
            tags = "accounts")
    public List<CheckStepView> checkUnsaved(@Context SecurityContext who, AccountRequest body) {
        Caller caller = CallerFilter.of(who);
        return accounts().check(caller, Calls.body(body).trial(kind), step -> {});
    }

    /** The facade, for one call. */
    final AccountFacade accounts() {
        return facades.get(AccountFacade.class);
    }

    private static Response tagged(AccountView view) {
        return Calls.tagged(AccountInfo.of(view), view.account().version());
    }
}

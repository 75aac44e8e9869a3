/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.telamon.model.LaneKind;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.AccountView;
import io.telamon.northbound.api.CloudEntry;
import io.telamon.northbound.rest.internal.Facades;
import io.telamon.northbound.rest.internal.http.CallerFilter;
import io.telamon.northbound.rest.internal.http.Calls;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;

/** VIM accounts: one cloud with one credential each. */
@Path("/api/v1/vim-accounts")
public final class VimAccountsResource extends AccountsResource {
    private static final String PATH = "/api/v1/vim-accounts";

    /** Asks the facade per call. */
    public VimAccountsResource(Facades facades) {
        super(facades, LaneKind.VIM, PATH);
    }

    /** Registers the cloud of the query, or the only one of the file. */
    @POST
    @Path("import")
    @Consumes({"application/yaml", "application/x-yaml", "text/yaml", "text/plain"})
    @Operation(summary = "Register a cloud of an OpenStack clouds.yaml", tags = "accounts")
    @ApiResponse(
            responseCode = "201",
            description = "registered; after a dry run 200 and nothing is kept",
            content = @Content(schema = @Schema(implementation = ImportedAccount.class)))
    public Response importFile(
            @Context SecurityContext who,
            @Context UriInfo uri,
            @QueryParam("cloud") @DefaultValue("") String cloud,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            InputStream body) {
        Caller caller = CallerFilter.of(who);
        CloudEntry entry = CloudEntry.of(accounts().readClouds(caller, body), cloud);
        if (dryRun) {
            AccountInfo wouldBe = AccountInfo.of(entry.draft());
            return Response.ok(new ImportedAccount(wouldBe, entry.notes())).build();
        }
        AccountView added = accounts().add(caller, entry.draft());
        return Calls.created(
                uri,
                PATH + "/" + added.account().lane().id(),
                new ImportedAccount(AccountInfo.of(added), entry.notes()));
    }
}

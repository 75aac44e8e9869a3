/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.telamon.model.TokenId;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.UserFacade;
import io.telamon.northbound.rest.internal.Facades;
import io.telamon.northbound.rest.internal.http.CallerFilter;
import io.telamon.northbound.rest.internal.http.Calls;
import io.telamon.security.api.Authenticator;
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
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** API tokens of the caller; making one is signing in. */
@Path("/api/v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TokensResource {
    private final Facades facades;

    /** Asks the facade per call. */
    public TokensResource(Facades facades) {
        this.facades = facades;
    }

    @GET
    @Operation(summary = "List the caller's tokens", tags = "tokens")
    public List<UserFacade.TokenView> list(@Context SecurityContext who) {
        return users().tokens(CallerFilter.of(who));
    }

    @POST
    @Operation(summary = "Sign in and get a token; its text is shown once", tags = "tokens")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = TokenInfo.class)))
    public Response create(@Context SecurityContext who, @Context UriInfo uri, TokenRequest body) {
        TokenRequest wish = body == null ? TokenRequest.plain() : body;
        Caller caller = wish.user() == null ? CallerFilter.of(who) : signIn(wish);
        String label = wish.label() == null ? "REST" : wish.label();
        UserFacade.NewToken made = users().createToken(caller, label, wish.duration());
        TokenInfo info = TokenInfo.of(made);
        return Calls.created(uri, "/api/v1/tokens/" + info.id(), info);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "End a token", tags = "tokens")
    @ApiResponse(responseCode = "204", description = "ended")
    public void delete(@Context SecurityContext who, @PathParam("id") String id) {
        users().revokeToken(CallerFilter.of(who), new TokenId(id));
    }

    private Caller signIn(TokenRequest wish) {
        char[] password = Calls.required(wish.password(), "password is missing").toCharArray();
        try {
            String tenant = wish.tenant() == null ? "" : wish.tenant();
            return facades.get(Authenticator.class).signIn(wish.user(), password, tenant);
        } finally {
            Arrays.fill(password, ' ');
        }
    }

    private UserFacade users() {
        return facades.get(UserFacade.class);
    }

    /**
     * A fresh token.
     *
     * @param id public half
     * @param token what to send as {@code Authorization: Bearer}
     * @param label what it is for
     * @param tenant tenant name
     * @param expires end of validity
     */
    public record TokenInfo(String id, String token, String label, String tenant, Instant expires) {
        static TokenInfo of(UserFacade.NewToken made) {
            UserFacade.TokenView view = made.token();
            return new TokenInfo(
                    view.id().value(), made.text(), view.label(), view.tenant(), view.expires());
        }
    }
}

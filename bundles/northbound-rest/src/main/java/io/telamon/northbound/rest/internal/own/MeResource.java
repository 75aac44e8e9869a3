/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.telamon.northbound.api.UserFacade;
import io.telamon.northbound.rest.internal.Facades;
import io.telamon.northbound.rest.internal.http.CallerFilter;
import io.telamon.northbound.rest.internal.http.Calls;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** The caller as it sees itself. */
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MeResource {
    private final Facades facades;

    /** Asks the facade per call. */
    public MeResource(Facades facades) {
        this.facades = facades;
    }

    @GET
    @Operation(summary = "Who am I, and what may I do", tags = "tokens")
    public UserFacade.Me me(@Context SecurityContext who) {
        return facades.get(UserFacade.class).me(CallerFilter.of(who));
    }

    @PUT
    @Path("password")
    @Operation(summary = "Change my password", tags = "tokens")
    @ApiResponse(responseCode = "204", description = "changed")
    public void password(@Context SecurityContext who, PasswordChange body) {
        PasswordChange wish = Calls.body(body);
        facades.get(UserFacade.class)
                .changePassword(
                        CallerFilter.of(who),
                        Calls.required(wish.old(), "old is missing").toCharArray(),
                        Calls.required(wish.next(), "next is missing").toCharArray());
    }

    /**
     * A change of password.
     *
     * @param old present password
     * @param next new password
     */
    public record PasswordChange(String old, String next) {
        /** Leaves both out. */
        @Override
        public String toString() {
            return "PasswordChange[]";
        }
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.UserFacade;
import io.telamon.northbound.rest.internal.Facades;
import io.telamon.northbound.rest.internal.http.CallerFilter;
import io.telamon.northbound.rest.internal.http.Calls;
import io.telamon.northbound.rest.internal.query.Listing;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;

/** Users and their roles. */
@Path("/api/v1/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class UsersResource {
    private final Facades facades;

    /** Asks the facade per call. */
    public UsersResource(Facades facades) {
        this.facades = facades;
    }

    @GET
    @Operation(summary = "List users", tags = "users")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            array =
                                    @ArraySchema(
                                            schema = @Schema(implementation = UserInfo.class))))
    public Response list(@Context SecurityContext who, @Context UriInfo uri) {
        return Listing.of(uri, UserInfo.class, Set.of())
                .answer(users().list(CallerFilter.of(who)), UserInfo::of);
    }

    @POST
    @Operation(summary = "Add a user", tags = "users")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = UserInfo.class)))
    public Response create(@Context SecurityContext who, @Context UriInfo uri, UserRequest body) {
        Caller caller = CallerFilter.of(who);
        UserRequest wish = Calls.body(body);
        char[] password = Calls.required(wish.password(), "password is missing").toCharArray();
        UserFacade.UserView view =
                users().add(
                                caller,
                                Calls.required(wish.name(), "name is missing"),
                                password,
                                tenant(caller, wish),
                                wish.parsed());
        return Calls.created(uri, "/api/v1/users/" + view.id(), UserInfo.of(view));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a user by id or name", tags = "users")
    public UserInfo get(@Context SecurityContext who, @PathParam("id") String id) {
        return UserInfo.of(users().find(CallerFilter.of(who), id));
    }

    @PUT
    @Path("{id}/roles")
    @Operation(summary = "Give these roles in a tenant; none takes all away", tags = "users")
    public UserInfo assign(
            @Context SecurityContext who, @PathParam("id") String id, UserRequest body) {
        Caller caller = CallerFilter.of(who);
        UserRequest wish = Calls.body(body);
        UserFacade.UserView user = users().find(caller, id);
        return UserInfo.of(users().assign(caller, user.id(), tenant(caller, wish), wish.parsed()));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete a user", tags = "users")
    @ApiResponse(responseCode = "204", description = "deleted")
    public void delete(@Context SecurityContext who, @PathParam("id") String id) {
        Caller caller = CallerFilter.of(who);
        users().delete(caller, users().find(caller, id).id());
    }

    private UserFacade users() {
        return facades.get(UserFacade.class);
    }

    private String tenant(Caller caller, UserRequest wish) {
        return wish.tenant() == null ? users().me(caller).tenant() : wish.tenant();
    }
}

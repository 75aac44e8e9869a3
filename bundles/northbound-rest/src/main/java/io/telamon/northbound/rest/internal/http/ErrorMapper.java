/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.http;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;

/** The one way out for errors. */
public final class ErrorMapper implements ExceptionMapper<Throwable> {
    // a proxy that asks for the request of its own thread
    @Context private UriInfo uri;

    @Override
    public Response toResponse(Throwable error) {
        return Problems.answer(error, uri == null ? "" : "/" + uri.getPath().replaceAll("^/+", ""));
    }
}

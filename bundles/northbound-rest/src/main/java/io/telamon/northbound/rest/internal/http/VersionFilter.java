/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.http;

import io.telamon.errors.ErrorCode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;

/**
 * The {@code Version} header of SOL013 clause 9: a client may ask for a version of the interface,
 * each answer says which one was used.
 */
@PreMatching
public final class VersionFilter implements ContainerRequestFilter, ContainerResponseFilter {
    /** Version of the interfaces of SOL005 2.6.1. */
    public static final String OFFERED = "1.2.0";

    private static final String HEADER = "Version";

    @Override
    public void filter(ContainerRequestContext request) {
        String wanted = request.getHeaderString(HEADER);
        String path = request.getUriInfo().getPath();
        if (wanted == null || !isStandard(path) || wanted.strip().matches("1(\\.\\d+){0,2}.*")) {
            return;
        }
        String detail = "Version %s is not offered; ask for %s".formatted(wanted, OFFERED);
        request.abortWith(
                Problems.answer(ProblemDetails.of(ErrorCode.UNSUPPORTED, 406, detail, "/" + path))
                        .build());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (isStandard(request.getUriInfo().getPath())) {
            response.getHeaders().putSingle(HEADER, OFFERED);
        }
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
    }

    private static boolean isStandard(String path) {
        return !path.replaceAll("^/+", "").startsWith("api/");
    }
}

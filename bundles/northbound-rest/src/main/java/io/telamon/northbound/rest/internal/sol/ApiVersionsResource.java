/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.sol;

import io.swagger.v3.oas.annotations.Operation;
import io.telamon.northbound.rest.internal.http.VersionFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Versions of the standard's interfaces (SOL013 clause 9.3.3); open to everybody. */
@Path("/{apiName: nsd|vnfpkgm|nslcm}")
@Produces(MediaType.APPLICATION_JSON)
public final class ApiVersionsResource {
    /** Has no state. */
    public ApiVersionsResource() {}

    @GET
    @Path("{version: (v1/)?}api_versions")
    @Operation(summary = "Versions of an interface", tags = "versions")
    public ApiVersionInformation versions(@PathParam("apiName") String apiName) {
        return new ApiVersionInformation(
                "/" + apiName + "/v1", List.of(new ApiVersion(VersionFilter.OFFERED, false)));
    }

    /**
     * What is offered.
     *
     * @param uriPrefix root of the interface
     * @param apiVersions versions
     */
    public record ApiVersionInformation(String uriPrefix, List<ApiVersion> apiVersions) {}

    /**
     * One version.
     *
     * @param version number
     * @param isDeprecated true when it will go
     */
    public record ApiVersion(String version, boolean isDeprecated) {}
}

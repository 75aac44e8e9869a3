/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.sol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.telamon.northbound.rest.internal.http.ProblemDetails;
import java.util.Map;

/** A PNFD as SOL005 clause 5.5.2.5 shows it; the names of the components are the standard's. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PnfdInfo(
        String id,
        String pnfdId,
        String pnfdName,
        String pnfdVersion,
        String pnfdProvider,
        String pnfdInvariantId,
        String pnfdOnboardingState,
        ProblemDetails onboardingFailureDetails,
        String pnfdUsageState,
        Map<String, String> userDefinedData,
        @JsonProperty("_links") Links links) {
    /**
     * Where to go from here.
     *
     * @param self this resource
     * @param content the PNFD file
     */
    public record Links(Link self, @JsonProperty("pnfd_content") Link content) {}
}

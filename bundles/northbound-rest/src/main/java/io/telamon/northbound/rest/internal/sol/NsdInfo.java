/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.sol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.telamon.northbound.rest.internal.http.ProblemDetails;
import java.util.List;
import java.util.Map;

/** An NSD as SOL005 clause 5.5.2.2 shows it; the names of the components are the standard's. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NsdInfo(
        String id,
        String nsdId,
        String nsdName,
        String nsdVersion,
        String nsdDesigner,
        String nsdInvariantId,
        List<String> vnfPkgIds,
        List<String> pnfdInfoIds,
        List<String> nestedNsdInfoIds,
        String nsdOnboardingState,
        ProblemDetails onboardingFailureDetails,
        String nsdOperationalState,
        String nsdUsageState,
        Map<String, String> userDefinedData,
        @JsonProperty("_links") Links links) {
    /**
     * Where to go from here.
     *
     * @param self this resource
     * @param content the NSD file
     */
    public record Links(Link self, @JsonProperty("nsd_content") Link content) {}
}

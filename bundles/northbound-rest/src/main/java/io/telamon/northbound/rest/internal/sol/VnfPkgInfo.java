/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.sol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/** A VNF package as SOL005 clause 9.5.2.5 shows it; names of components are the standard's. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VnfPkgInfo(
        String id,
        String vnfdId,
        String vnfProvider,
        String vnfProductName,
        String vnfSoftwareVersion,
        String vnfdVersion,
        Checksum checksum,
        String onboardingState,
        String operationalState,
        String usageState,
        Map<String, String> userDefinedData,
        @JsonProperty("_links") Links links) {
    /**
     * Checksum of the package file.
     *
     * @param algorithm name
     * @param hash in hex
     */
    public record Checksum(String algorithm, String hash) {}

    /**
     * Where to go from here.
     *
     * @param self this resource
     * @param vnfd the VNFD
     * @param packageContent the package file
     */
    public record Links(Link self, Link vnfd, Link packageContent) {}
}

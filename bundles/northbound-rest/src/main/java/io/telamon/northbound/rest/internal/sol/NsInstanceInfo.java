/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.sol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** An NS instance as SOL005 clause 6.5.2.10 (NsInstance) shows it; names are the standard's. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NsInstanceInfo(
        String id,
        String nsInstanceName,
        String nsInstanceDescription,
        String nsdId,
        String nsdInfoId,
        List<VnfInstanceInfo> vnfInstance,
        List<String> nestedNsInstanceId,
        String nsState,
        @JsonProperty("_links") Links links) {
    /** Where to go from here; only what the present state allows. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Links(Link self, Link instantiate, Link terminate, Link scale, Link heal) {}

    /** A VNF of the service. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record VnfInstanceInfo(
            String id,
            String vnfInstanceName,
            String vnfdId,
            String vnfProvider,
            String vnfProductName,
            String vnfSoftwareVersion,
            String vnfdVersion,
            String vnfPkgId,
            String vimId,
            String instantiationState,
            InstantiatedVnfInfo instantiatedVnfInfo) {}

    /** What runs of a VNF. */
    public record InstantiatedVnfInfo(
            String flavourId,
            String vnfState,
            List<ScaleInfo> scaleStatus,
            List<VnfcResourceInfo> vnfcResourceInfo) {}

    /** Level of one scaling aspect. */
    public record ScaleInfo(String aspectId, int scaleLevel) {}

    /** One machine. */
    public record VnfcResourceInfo(String id, String vduId, ResourceHandle computeResource) {}

    /** Something on a VIM. */
    public record ResourceHandle(String vimId, String resourceId) {}
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.sol;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Bodies of NS life-cycle requests (SOL005 clause 6.5.2); component names are the standard's. */
public final class NsRequests {
    private NsRequests() {}

    /** Clause 6.5.2.7; {@code nsdId} may be the NSD's id or the id of its package. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record CreateNsRequest(String nsdId, String nsName, String nsDescription) {}

    /** Clause 6.5.2.9. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record InstantiateNsRequest(
            String nsFlavourId,
            List<Object> sapData,
            @JsonAlias("addPnfData") List<Object> addpnfData,
            List<Object> vnfInstanceData,
            List<Object> nestedNsInstanceData,
            List<Object> locationConstraints,
            Map<String, Object> additionalParamsForNs,
            @JsonAlias("additionalParamForNestedNs") List<Object> additionalParamsForNestedNs,
            List<ParamsForVnf> additionalParamsForVnf,
            Instant startTime,
            String nsInstantiationLevelId,
            List<Object> additionalAffinityOrAntiAffinityRule) {}

    /** Clause 6.5.3.22. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ParamsForVnf(
            @JsonAlias("vnfProfileid") String vnfProfileId, Map<String, Object> additionalParams) {}

    /** Clause 6.5.2.14. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ScaleNsRequest(
            String scaleType,
            ScaleNsData scaleNsData,
            List<ScaleVnfData> scaleVnfData,
            Instant scaleTime) {}

    /** Clause 6.5.3.30. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ScaleNsData(
            List<Object> vnfInstanceToBeAdded,
            List<Object> vnfInstanceToBeRemoved,
            ByStep scaleNsByStepsData,
            Object scaleNsToLevelData) {}

    /** Clauses 6.5.3.31 and 6.5.3.36; one step when the number is absent. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ByStep(String scalingDirection, String aspectId, Integer numberOfSteps) {}

    /** Clause 6.5.3.33; the standard's own files spell the id in two ways. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ScaleVnfData(
            @JsonAlias({"vnfInstanceid", "vnfInstanceID"}) String vnfInstanceId,
            String scaleVnfType,
            Object scaleToLevelData,
            ByStep scaleByStepData) {}

    /** Clause 6.5.2.13. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record HealNsRequest(HealNsData healNsData, List<HealVnfData> healVnfData) {}

    /** Clause 6.5.3.40. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record HealNsData(
            String degreeHealing, List<String> actionsHealing, String healScript) {}

    /**
     * Clause 6.5.3.41; {@code additionalParams.resourceKey} names one thing, {@code
     * additionalParams.way} says what happens to what looks well: {@code broken} (nothing), {@code
     * recreate}, {@code rebuild}.
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record HealVnfData(
            String vnfInstanceId, String cause, Map<String, Object> additionalParams) {}

    /**
     * Clause 6.5.2.12; {@code resizeVnfData} and {@code migrateVnfData} are ours, with the update
     * types VERTICAL_SCALE and MIGRATE_VNF.
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record UpdateNsRequest(
            String updateType,
            List<OperateVnfData> operateVnfData,
            List<ResizeVnfData> resizeVnfData,
            List<MigrateVnfData> migrateVnfData,
            Map<String, Object> parameters,
            Instant updateTime) {}

    /** Clause 6.5.3.31; {@code additionalParam.resourceKey} names one machine. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record OperateVnfData(
            String vnfInstanceId,
            String changeStateTo,
            String stopType,
            Map<String, Object> additionalParam) {}

    /** Another shape for the machines of a VDU; a size that is left out stays. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ResizeVnfData(
            String vnfInstanceId,
            String vduId,
            Integer numVirtualCpu,
            Integer virtualMemoryMb,
            Integer sizeOfStorageGb) {}

    /** Another cloud for a VNF; for all of the service without {@code vnfInstanceId}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record MigrateVnfData(String vnfInstanceId, String vimAccount) {}

    /** Clause 6.5.2.15. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record TerminateNsRequest(Instant terminationTime) {}
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.rest.internal.http.Json;
import io.telamon.northbound.rest.internal.sol.Changes;
import io.telamon.northbound.rest.internal.sol.NsRequests;

/**
 * A wish to be tried without being carried out.
 *
 * @param operation INSTANTIATE, SCALE, HEAL, UPDATE or TERMINATE
 * @param request the body that the operation itself would get
 * @param nsName for a service that has no record yet: its name
 * @param nsdId for a service that has no record yet: its NSD
 */
public record PreviewRequest(String operation, JsonNode request, String nsName, String nsdId) {
    private static final ObjectMapper MAPPER = Json.mapper();

    NsChange change(Changes changes) {
        String kind = operation == null ? "INSTANTIATE" : operation;
        return switch (kind) {
            case "INSTANTIATE" -> changes.instantiate(as(NsRequests.InstantiateNsRequest.class));
            case "SCALE" -> changes.scale(as(NsRequests.ScaleNsRequest.class));
            case "HEAL" -> changes.heal(as(NsRequests.HealNsRequest.class));
            case "UPDATE" -> changes.update(as(NsRequests.UpdateNsRequest.class));
            case "TERMINATE" -> changes.terminate(as(NsRequests.TerminateNsRequest.class));
            default ->
                    throw new TelamonException(
                            ErrorCode.INVALID_ARGUMENT,
                            "operation is INSTANTIATE, SCALE, HEAL, UPDATE or TERMINATE, not %s",
                            kind);
        };
    }

    private <T> T as(Class<T> type) {
        try {
            return request == null ? null : MAPPER.treeToValue(request, type);
        } catch (JsonProcessingException wrong) {
            throw new TelamonException(
                    ErrorCode.MALFORMED,
                    wrong,
                    "request does not fit: %s",
                    wrong.getOriginalMessage());
        }
    }
}

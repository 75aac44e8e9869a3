/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.sol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.OperationState;
import io.telamon.northbound.api.OperationView;
import io.telamon.northbound.rest.internal.http.Calls;
import io.telamon.northbound.rest.internal.http.ProblemDetails;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Map;

/** An operation occurrence as SOL005 clause 6.5.2.3 shows it; names are the standard's. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NsLcmOpOcc(
        String id,
        String operationState,
        Instant statusEnteredTime,
        String nsInstanceId,
        String lcmOperationType,
        Instant startTime,
        boolean isAutomaticInvocation,
        Map<String, String> operationParams,
        boolean isCancelPending,
        ProblemDetails error,
        @JsonProperty("_links") Links links) {
    private static final String PATH = "/nslcm/v1/ns_lcm_op_occs/";

    /** Where to go from here; only what the present state allows. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Links(Link self, Link nsInstance, Link retry, Link rollback, Link fail) {}

    /** Makes one. */
    static NsLcmOpOcc of(OperationView view, UriInfo uri) {
        Operation operation = view.operation();
        Operation.Progress progress = operation.progress();
        return new NsLcmOpOcc(
                operation.id().value(),
                progress.state().name(),
                progress.changed(),
                operation.instance().value(),
                operation.kind().name(),
                progress.started(),
                "telamon".equals(operation.actor()),
                operation.request(),
                false,
                error(operation),
                links(operation, uri));
    }

    private static ProblemDetails error(Operation operation) {
        io.telamon.errors.Problem problem = operation.progress().problem();
        return problem == null
                ? null
                : ProblemDetails.of(
                        problem.code(), problem.code().httpStatus(), problem.detail(), null);
    }

    private static Links links(Operation operation, UriInfo uri) {
        String self = PATH + operation.id();
        boolean open = operation.state() == OperationState.FAILED_TEMP;
        return new Links(
                link(uri, self),
                link(uri, "/nslcm/v1/ns_instances/" + operation.instance()),
                open ? link(uri, self + "/retry") : null,
                open ? link(uri, self + "/rollback") : null,
                open ? link(uri, self + "/fail") : null);
    }

    private static Link link(UriInfo uri, String path) {
        return new Link(Calls.href(uri, path));
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.telamon.errors.Problem;
import io.telamon.northbound.api.OperationView;
import java.time.Instant;
import java.util.Map;

/**
 * An operation with its progress.
 *
 * @param id our id
 * @param instance service it changes
 * @param instanceName name of that service
 * @param kind what it does
 * @param state where it stands
 * @param request what was asked for
 * @param actor who asked
 * @param started time of acceptance
 * @param changed time of the last change
 * @param problem why it waits or failed
 * @param total number of tasks
 * @param settled number of settled tasks
 * @param failed number of tasks that need a decision
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OperationInfo(
        String id,
        String instance,
        String instanceName,
        String kind,
        String state,
        Map<String, String> request,
        String actor,
        Instant started,
        Instant changed,
        Problem problem,
        int total,
        int settled,
        int failed) {
    static OperationInfo of(OperationView view) {
        io.telamon.model.plan.Operation one = view.operation();
        return new OperationInfo(
                one.id().value(),
                one.instance().value(),
                view.instanceName(),
                one.kind().name(),
                one.state().name(),
                one.request(),
                one.actor(),
                one.progress().started(),
                one.progress().changed(),
                one.progress().problem(),
                view.total(),
                view.settled(),
                view.failed());
    }
}

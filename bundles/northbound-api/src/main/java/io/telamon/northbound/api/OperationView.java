/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import io.telamon.model.plan.Operation;

/**
 * An operation with its progress.
 *
 * @param operation the record itself
 * @param instanceName name of the instance
 * @param total number of tasks
 * @param settled number of tasks that are settled
 * @param failed number of tasks in FAILED or UNKNOWN
 */
public record OperationView(
        Operation operation, String instanceName, int total, int settled, int failed) {}

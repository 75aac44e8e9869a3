/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.plan;

import io.telamon.errors.Problem;
import io.telamon.model.TaskId;
import java.time.Instant;

/**
 * One try of one task: the intent is written before the call, the outcome after it.
 *
 * @param task which task
 * @param number 1 for the first try
 * @param started when the intent was recorded
 * @param ended when the outcome was recorded, null while open
 * @param outcome short word for the outcome, empty while open
 * @param problem error of this try, or null
 */
public record Attempt(
        TaskId task, int number, Instant started, Instant ended, String outcome, Problem problem) {}

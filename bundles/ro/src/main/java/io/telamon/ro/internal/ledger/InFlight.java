/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.ledger;

import io.telamon.model.plan.Task;
import io.telamon.ro.internal.work.Job;
import java.time.Instant;

/**
 * A call that is out.
 *
 * @param job what was asked
 * @param before status of the task before its intent was recorded
 * @param started when the call went out
 */
record InFlight(Job job, Task.Status before, Instant started) {}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.work;

import io.telamon.model.plan.Task;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceSpec;
import java.time.Instant;

/**
 * One call to make.
 *
 * @param task the task as recorded with its intent
 * @param resource the thing it works on, for UPDATE with references in its spec resolved; null for
 *     expansions
 * @param target wanted spec with references resolved, null where the verb has none
 * @param observe true when the thing is only looked at
 * @param doubt since when an earlier call of this task is unanswered, null when none is
 */
public record Job(
        Task task, Resource resource, ResourceSpec target, boolean observe, Instant doubt) {}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.plan;

import io.telamon.model.TaskId;
import io.telamon.model.plan.Attempt;
import io.telamon.store.internal.base.Documents;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** One try of one task. */
@Entity
@Table(name = "attempt")
@IdClass(AttemptRow.Key.class)
class AttemptRow {
    @Id String taskId;
    @Id int attemptNumber;

    @Column(updatable = false)
    Instant started;

    Instant ended;
    String outcome;
    String problem;

    static AttemptRow of(Attempt attempt, Documents documents) {
        AttemptRow row = new AttemptRow();
        row.taskId = attempt.task().value();
        row.attemptNumber = attempt.number();
        row.started = attempt.started();
        row.ended = attempt.ended();
        row.outcome = attempt.outcome();
        row.problem = documents.problem.write(attempt.problem());
        return row;
    }

    Attempt toModel(Documents documents) {
        return new Attempt(
                new TaskId(taskId),
                attemptNumber,
                started,
                ended,
                outcome,
                documents.problem.read(problem));
    }

    /** Primary key. */
    static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        String taskId;
        int attemptNumber;

        Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(taskId, key.taskId)
                    && attemptNumber == key.attemptNumber;
        }

        @Override
        public int hashCode() {
            return Objects.hash(taskId, attemptNumber);
        }
    }
}

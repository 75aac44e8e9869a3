/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.plan;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.LaneId;
import io.telamon.model.OperationId;
import io.telamon.model.ResourceId;
import io.telamon.model.TaskId;
import io.telamon.model.plan.Attempt;
import io.telamon.model.plan.OperationState;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;
import io.telamon.store.api.Slice;
import io.telamon.store.api.Tasks;
import io.telamon.store.internal.base.Db;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tasks and attempts in the database. */
public final class JpaTasks implements Tasks {
    private static final String SETTLED =
            Db.constants(Arrays.stream(TaskState.values()).filter(TaskState::isSettled));
    private static final String OPEN =
            Db.constants(Arrays.stream(OperationState.values()).filter(state -> !state.isFinal()));
    private static final String SELECT =
            "select t, s from TaskRow t join TaskStatusRow s on s.taskId = t.id where ";

    private static final String COUNTS =
            "select t.operationId, s.state, count(s.state) from TaskRow t join TaskStatusRow s"
                    + " on s.taskId = t.id where t.operationId in (?1)"
                    + " group by t.operationId, s.state";

    private final Db db;

    /** Works in the transaction of {@code db}. */
    public JpaTasks(Db db) {
        this.db = db;
    }

    @Override
    public void add(List<Task> tasks) {
        db.insertAll(Db.map(tasks, task -> TaskRow.of(task, db.nextNumber(), db.documents())));
        db.insertAll(Db.map(tasks, task -> TaskStatusRow.of(task, db.documents())));
    }

    @Override
    public void saveStatus(List<Task> tasks) {
        db.updateAll(Db.map(tasks, task -> TaskStatusRow.of(task, db.documents())));
    }

    @Override
    public void addDependencies(Task task) {
        int changed =
                db.execute(
                        "update TaskRow t set t.dependsOn = ?1 where t.id = ?2 and exists"
                                + " (select 1 from TaskStatusRow s where s.taskId = t.id"
                                + " and s.state = 'BLOCKED')",
                        TaskRow.join(task.dependsOn()),
                        task.id().value());
        if (changed == 0) {
            throw new TelamonException(
                    ErrorCode.STALE,
                    "Task %s (%s) is not BLOCKED any more and cannot wait for more tasks",
                    task.key(),
                    task.id());
        }
    }

    @Override
    public Optional<Task> find(TaskId id) {
        return tasks(SELECT + "t.id = ?1", id.value()).stream().findFirst();
    }

    @Override
    public List<Task> ofOperation(OperationId operation) {
        return tasks(SELECT + "t.operationId = ?1 order by t.seq", operation.value());
    }

    @Override
    public Map<OperationId, Counts> counts(Collection<OperationId> operations) {
        Map<OperationId, Counts> counts = new HashMap<>();
        db.listIn(Object[].class, COUNTS, Db.map(operations, OperationId::value))
                .forEach(
                        row ->
                                counts.merge(
                                        new OperationId((String) row[0]),
                                        counts(TaskState.valueOf((String) row[1]), (Long) row[2]),
                                        JpaTasks::sum));
        return counts;
    }

    private static Counts counts(TaskState state, long number) {
        int tasks = Math.toIntExact(number);
        boolean failed = state == TaskState.FAILED || state == TaskState.UNKNOWN;
        return new Counts(tasks, state.isSettled() ? tasks : 0, failed ? tasks : 0);
    }

    private static Counts sum(Counts one, Counts other) {
        return new Counts(
                one.total() + other.total(),
                one.settled() + other.settled(),
                one.failed() + other.failed());
    }

    @Override
    public List<Task> openOn(ResourceId resource) {
        return tasks(
                SELECT + "t.resourceId = ?1 and s.state not in (" + SETTLED + ") order by t.seq",
                resource.value());
    }

    @Override
    public List<Task> ofLane(LaneId lane, Slice slice) {
        String query =
                SELECT
                        + "t.operationId in (select o.id from OperationRow o where o.state in ("
                        + OPEN
                        + ")) and t.lane = ?1 and s.state not in ("
                        + SETTLED
                        + ")";
        String order = " order by s.due, t.seq";
        if (slice.after().isEmpty()) {
            return first(slice.limit(), query + order, lane.toString());
        }
        Object[] marker = marker(slice.after());
        return first(
                slice.limit(),
                query + " and (s.due > ?2 or s.due = ?2 and t.seq > ?3)" + order,
                lane.toString(),
                marker[0],
                marker[1]);
    }

    @Override
    public void addAttempts(List<Attempt> attempts) {
        db.insertAll(Db.map(attempts, attempt -> AttemptRow.of(attempt, db.documents())));
    }

    @Override
    public void saveAttempts(List<Attempt> attempts) {
        db.updateAll(Db.map(attempts, attempt -> AttemptRow.of(attempt, db.documents())));
    }

    @Override
    public List<Attempt> attempts(TaskId task) {
        return Db.map(
                db.list(
                        AttemptRow.class,
                        "from AttemptRow a where a.taskId = ?1 order by a.attemptNumber",
                        task.value()),
                row -> row.toModel(db.documents()));
    }

    private Object[] marker(String id) {
        return db.one(
                        Object[].class,
                        "select s.due, t.seq from TaskRow t join TaskStatusRow s"
                                + " on s.taskId = t.id where t.id = ?1",
                        id)
                .orElseThrow(
                        () ->
                                new TelamonException(
                                        ErrorCode.INVALID_ARGUMENT,
                                        "The list marker %s is not known (any more); start the"
                                                + " list again",
                                        id));
    }

    private List<Task> tasks(String query, Object... parameters) {
        return first(Integer.MAX_VALUE, query, parameters);
    }

    private List<Task> first(int most, String query, Object... parameters) {
        return Db.map(
                db.first(most, Object[].class, query, parameters),
                row -> ((TaskRow) row[0]).toModel((TaskStatusRow) row[1], db.documents()));
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.TaskId;
import io.telamon.model.security.Caller;
import java.util.List;

/**
 * Operation occurrences and a person's decisions about failed ones (SOL005 clause 6.4.9 onward).
 */
public interface OperationFacade {
    /** Operations of the caller's tenant, newest first. */
    @Requires("op:read")
    Page<OperationView> list(Caller caller, Page.Request page);

    /** Operations of one instance, newest first. */
    @Requires("op:read")
    List<OperationView> ofInstance(Caller caller, NsInstanceId instance);

    /** One operation; NOT_FOUND also for another tenant's. */
    @Requires("op:read")
    OperationView get(Caller caller, OperationId id);

    /** Its tasks with their tries, in planned order. */
    @Requires("op:read")
    List<TaskView> tasks(Caller caller, OperationId id);

    /** FAILED_TEMP: let the failed tasks run again. */
    @Requires("op:operate")
    OperationView retry(Caller caller, OperationId id);

    /** FAILED_TEMP: take back what the operation made. */
    @Requires("op:operate")
    OperationView rollback(Caller caller, OperationId id);

    /** FAILED_TEMP: give up; what exists stays recorded. */
    @Requires("op:operate")
    OperationView fail(Caller caller, OperationId id);

    /** Declares one FAILED or UNKNOWN task as not needed and goes on. */
    @Requires("op:operate")
    OperationView skip(Caller caller, OperationId id, TaskId task);
}

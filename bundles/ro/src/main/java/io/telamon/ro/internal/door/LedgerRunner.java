/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.door;

import io.telamon.model.LaneId;
import io.telamon.model.OperationId;
import io.telamon.model.TaskId;
import io.telamon.ro.api.PlanRunner;
import io.telamon.ro.internal.ledger.Ledger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The RO as the NFVO sees it: passes everything to the ledger. */
@Component(service = PlanRunner.class)
public final class LedgerRunner implements PlanRunner {
    private final Ledger ledger;

    /** Wires the component. */
    @Activate
    public LedgerRunner(@Reference Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void wake(OperationId operation) {
        ledger.wake(operation);
    }

    @Override
    public void retry(OperationId operation) {
        ledger.retry(operation);
    }

    @Override
    public void fail(OperationId operation) {
        ledger.fail(operation);
    }

    @Override
    public String heldUp(LaneId lane) {
        return ledger.heldUp(lane);
    }

    @Override
    public void skip(TaskId task) {
        ledger.skip(task);
    }
}

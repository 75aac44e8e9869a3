/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.ledger;

import io.telamon.model.LaneId;
import io.telamon.model.OperationId;
import io.telamon.ro.internal.work.Outcome;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What the ledger thread is told. */
sealed interface Message {
    /** An operation was accepted or grew. */
    record Wake(OperationId operation) implements Message {}

    /** A call came back. */
    record Result(InFlight call, Outcome outcome) implements Message {}

    /** A probe of a lane with an open circuit came back. */
    record Probed(LaneId lane, Optional<String> failure) implements Message {}

    /** The account of a lane changed: its plug-in type, its pause. */
    record LaneChanged(LaneId lane) implements Message {}

    /** A plug-in arrived or left. */
    record PluginsChanged() implements Message {}

    /** The RO stops: no new calls go out, those under way are waited for. */
    record Stop() implements Message {}

    /** Somebody decided; {@code done} tells when the decision is on disk. */
    record Decision(Consumer<Draft> change, CompletableFuture<Void> done) implements Message {}
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.spi;

import io.telamon.model.account.CheckStep;
import io.telamon.model.instance.Inventory;
import io.telamon.model.resource.ResourceSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One account in use. Thread-safe: the lane calls it from several threads at once. Calls block,
 * keep their deadline with socket time-outs, and are never repeated by the plug-in (the queue
 * repeats). All errors are {@code TelamonException} with a VIM_ code.
 */
public interface VimSession extends AutoCloseable {
    /** One cheap remote call that says whether the account works. Never throws. */
    Health probe();

    /**
     * Tests the connection step by step, for a person who sets it up: each part of the cloud that
     * the plug-in needs or could use, in the order in which they build on each other. Never throws;
     * a constant number of calls, each within the deadline.
     */
    default List<CheckStep> check() {
        Health health = probe();
        CheckStep.Outcome outcome = health.ok() ? CheckStep.Outcome.OK : CheckStep.Outcome.FAILED;
        return List.of(new CheckStep("connection", outcome, health.reason(), health.latency()));
    }

    /**
     * The same test, told step by step: a plug-in that overrides this lets a person see each step
     * when it is taken, and keeps the steps before one that hangs.
     *
     * @param seen hears of each step in turn, on the calling thread
     */
    default void check(Consumer<CheckStep> seen) {
        check().forEach(seen);
    }

    /** What this cloud can do; names are constants of {@link VimAbility}. */
    Set<String> abilities();

    /** The operator for a kind of thing; empty when the plug-in does not have it. */
    <S extends ResourceSpec> Optional<ResourceOperator<S>> operator(Class<S> kind);

    /** Zones, quotas, images and networks as they are now: a constant number of calls. */
    Inventory inventory();

    /** Leaves no thread, socket or timer behind. */
    @Override
    void close();
}

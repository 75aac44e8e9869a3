/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.door;

import io.telamon.model.account.CheckStep;
import io.telamon.model.instance.Inventory;
import io.telamon.northbound.api.CheckStepView;
import io.telamon.ro.internal.port.Credentials;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Collects the steps of one connection test and passes them on. Takes the secrets out of what a
 * plug-in says, and hears nothing more once it is closed. Thread-safe.
 */
final class CheckSteps {
    private static final int MOST = 50;
    private static final int LONGEST = 2_000;

    private final Credentials credentials;
    private final Consumer<CheckStepView> seen;
    private final List<CheckStepView> taken = new ArrayList<>(); // guarded by this
    private boolean closed; // guarded by this
    private boolean complete; // guarded by this
    private Inventory inventory; // guarded by this

    CheckSteps(Credentials credentials, Consumer<CheckStepView> seen) {
        this.credentials = credentials;
        this.seen = seen;
    }

    synchronized void add(CheckStepView step) {
        if (closed || taken.size() >= MOST) {
            return;
        }
        CheckStepView clean =
                new CheckStepView(step.name(), step.outcome(), clean(step.detail()), step.took());
        taken.add(clean);
        seen.accept(clean);
    }

    /** A step as the plug-in tells it. */
    void tell(CheckStep step) {
        add(
                new CheckStepView(
                        step.name(),
                        CheckStepView.Outcome.valueOf(step.outcome().name()),
                        step.detail(),
                        step.took()));
    }

    void ok(String name, String detail) {
        add(new CheckStepView(name, CheckStepView.Outcome.OK, detail, Duration.ZERO));
    }

    void failed(String name, String detail, Duration took) {
        add(new CheckStepView(name, CheckStepView.Outcome.FAILED, detail, took));
    }

    Credentials credentials() {
        return credentials;
    }

    /** No step follows; true when all of them are well. */
    synchronized boolean complete() {
        complete = true;
        return taken.stream().noneMatch(CheckStepView::failed);
    }

    /** Says that the time was not enough, unless every step was taken in it. */
    synchronized void late(String detail, Duration limit) {
        if (!complete) {
            failed("time", detail, limit);
        }
    }

    /** Says what broke the steps off; an inventory that cannot be read is none of them. */
    synchronized void broken(String detail, Duration took) {
        if (!complete) {
            failed("connection", detail, took);
        }
    }

    /** What the cloud had to give, when it was asked for after the steps. */
    synchronized Optional<Inventory> inventory() {
        return Optional.ofNullable(inventory);
    }

    synchronized void read(Inventory seenNow) {
        inventory = seenNow;
    }

    /** Ends the collection; what a late plug-in still says is dropped. */
    synchronized List<CheckStepView> close() {
        closed = true;
        return List.copyOf(taken);
    }

    /** A text without the credential, cut to what a person reads. */
    String clean(String text) {
        String safe = text == null ? "" : text;
        for (String secret : credentials.secrets()) {
            safe = safe.replace(secret, "***");
        }
        return safe.length() > LONGEST ? safe.substring(0, LONGEST) + "..." : safe;
    }
}

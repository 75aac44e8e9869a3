/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.account.CheckStep;
import io.telamon.model.account.CheckStep.Outcome;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tries each part of a controller that the plug-in needs, for a person who sets an account up. */
final class ConnectionCheck {
    private final Restconf restconf;
    private final AccountSettings settings;
    private final Consumer<CheckStep> seen;
    private boolean stopped;

    ConnectionCheck(Restconf restconf, AccountSettings settings, Consumer<CheckStep> seen) {
        this.restconf = restconf;
        this.settings = settings;
        this.seen = seen;
    }

    void run() {
        step("restconf", this::restconf);
        step("switches", this::switches);
        step("statistics", this::statistics);
    }

    private String restconf() {
        restconf.get("Read the switches", FabricReader.SWITCHES);
        return "The controller answers and accepts the credential";
    }

    private Set<String> nodes() {
        Set<String> nodes = new FabricReader(restconf, settings).read("Test").nodes();
        if (nodes.isEmpty()) {
            throw new TelamonException(
                    ErrorCode.UNSUPPORTED,
                    "No switch is connected to the controller; chains wait for one");
        }
        return nodes;
    }

    private String switches() {
        return String.join(", ", nodes());
    }

    private String statistics() {
        String node = nodes().iterator().next();
        return SwitchFlows.read(restconf, node, Mark.OURS, Mark.OURS_MASK)
                .map(flows -> "%s holds %d flows of ours".formatted(node, flows.byCookie().size()))
                .orElseThrow(
                        () ->
                                new TelamonException(
                                        ErrorCode.VIM_UNAVAILABLE,
                                        "%s does not tell its flows: the controller lacks direct"
                                                + " statistics (odl-openflowplugin-flow-services)"
                                                + " or the switch is not connected",
                                        node));
    }

    private void step(String name, Supplier<String> test) {
        if (stopped) {
            String why = "Not tried, because an earlier step did not succeed";
            seen.accept(new CheckStep(name, Outcome.SKIPPED, why, Duration.ZERO));
            return;
        }
        long start = System.nanoTime();
        Outcome outcome = Outcome.OK;
        String detail;
        try {
            detail = test.get();
        } catch (TelamonException e) {
            outcome = e.code() == ErrorCode.UNSUPPORTED ? Outcome.ABSENT : Outcome.FAILED;
            detail = e.getMessage();
            stopped = true;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        seen.accept(new CheckStep(name, outcome, detail, took));
    }
}

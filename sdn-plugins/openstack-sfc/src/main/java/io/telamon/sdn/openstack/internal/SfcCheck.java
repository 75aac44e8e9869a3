/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.openstack.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.account.CheckStep;
import io.telamon.openstack.Cloud;
import io.telamon.openstack.Extensions;
import io.telamon.openstack.Service;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tests step by step whether chains can be made on a cloud. Made for one use. */
final class SfcCheck {
    private final Cloud cloud;
    private final Extensions extensions;
    private final Sfc sfc;
    private final Consumer<CheckStep> seen;
    private boolean stopped;

    SfcCheck(Cloud cloud, Extensions extensions, Sfc sfc, Consumer<CheckStep> seen) {
        this.cloud = cloud;
        this.extensions = extensions;
        this.sfc = sfc;
        this.seen = seen;
    }

    void run() {
        step("identity", () -> "project " + cloud.project());
        step("network", () -> extensions.aliases().size() + " extensions at " + endpoint());
        step("sfc", () -> extension("sfc"));
        step("classifier", () -> extension("flow_classifier"));
        step("chains", () -> sfc.list("List chains", Kind.CHAIN).size() + " in this project");
    }

    private String endpoint() {
        return cloud.endpoint(Service.NETWORK).orElse("");
    }

    private String extension(String alias) {
        if (!extensions.aliases().contains(alias)) {
            throw new TelamonException(
                    ErrorCode.UNSUPPORTED,
                    "The network service has no extension %s: its operator must install networking-sfc",
                    alias);
        }
        return "extension " + alias;
    }

    private void step(String name, Supplier<String> test) {
        if (stopped) {
            String why = "Not tried, because an earlier step failed";
            seen.accept(new CheckStep(name, CheckStep.Outcome.SKIPPED, why, Duration.ZERO));
            return;
        }
        long start = System.nanoTime();
        CheckStep.Outcome outcome = CheckStep.Outcome.OK;
        String detail;
        try {
            detail = test.get();
        } catch (TelamonException e) {
            outcome = CheckStep.Outcome.FAILED;
            detail = e.getMessage();
            stopped = true;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        seen.accept(new CheckStep(name, outcome, detail, took));
    }
}

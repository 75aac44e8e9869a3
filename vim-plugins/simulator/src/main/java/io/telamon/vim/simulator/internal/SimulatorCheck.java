/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.account.CheckStep;
import io.telamon.model.instance.Inventory;
import io.telamon.model.instance.Quota;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tests the connection to a simulated cloud in two calls. Made for one use. */
final class SimulatorCheck {
    private static final String CREDENTIALS = "credentials";

    private final String endpoint;
    private final Consumer<CheckStep> seen;

    SimulatorCheck(String endpoint, Consumer<CheckStep> seen) {
        this.endpoint = endpoint;
        this.seen = seen;
    }

    /**
     * Says step by step what works.
     *
     * @param probe a cheap call
     * @param inventory reads what the cloud has
     */
    void run(Runnable probe, Supplier<Inventory> inventory) {
        if (!reached(probe)) {
            skip(CREDENTIALS, "inventory", "quota");
            return;
        }
        if (!accepted(probe)) {
            skip("inventory", "quota");
            return;
        }
        long start = System.nanoTime();
        try {
            Inventory found = inventory.get();
            say("inventory", CheckStep.Outcome.OK, described(found), since(start));
            say("quota", CheckStep.Outcome.OK, quota(found), Duration.ZERO);
        } catch (TelamonException refused) {
            say("inventory", CheckStep.Outcome.FAILED, refused.getMessage(), since(start));
            skip("quota");
        }
    }

    /** A cloud that refuses the credential has been reached all the same. */
    private boolean reached(Runnable probe) {
        long start = System.nanoTime();
        try {
            probe.run();
        } catch (TelamonException refused) {
            if (refused.code() != ErrorCode.VIM_AUTH) {
                say(
                        "reachability",
                        CheckStep.Outcome.FAILED,
                        refused.getMessage() + ". Is the endpoint right, and does the cloud run?",
                        since(start));
                return false;
            }
        }
        say("reachability", CheckStep.Outcome.OK, endpoint + " answers", since(start));
        return true;
    }

    private boolean accepted(Runnable probe) {
        long start = System.nanoTime();
        try {
            probe.run();
        } catch (TelamonException refused) {
            say(
                    CREDENTIALS,
                    CheckStep.Outcome.FAILED,
                    refused.getMessage() + ". Enter the credential of this cloud",
                    since(start));
            return false;
        }
        say(CREDENTIALS, CheckStep.Outcome.OK, "The credential is accepted", since(start));
        return true;
    }

    private void skip(String... names) {
        for (String name : names) {
            say(
                    name,
                    CheckStep.Outcome.SKIPPED,
                    "Not tried: an earlier step failed",
                    Duration.ZERO);
        }
    }

    private void say(String name, CheckStep.Outcome outcome, String detail, Duration took) {
        seen.accept(new CheckStep(name, outcome, detail, took));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static String described(Inventory found) {
        String images =
                found.images().containsKey(Inventory.ANY)
                        ? "any image"
                        : counted(found.images().size(), "image");
        String networks = counted(found.networks().size(), "network");
        return "%s, %s, zones %s".formatted(images, networks, String.join(", ", found.zones()));
    }

    private static String quota(Inventory found) {
        Quota limit = found.limit();
        Quota used = found.used();
        return "Used: servers %s, vCPUs %s, MiB %s, networks %s"
                .formatted(
                        share(used.servers(), limit.servers()),
                        share(used.vcpus(), limit.vcpus()),
                        share(used.memoryMb(), limit.memoryMb()),
                        share(used.networks(), limit.networks()));
    }

    private static String counted(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private static String share(long used, long limit) {
        return limit == Quota.UNLIMITED ? Long.toString(used) : used + " of " + limit;
    }
}

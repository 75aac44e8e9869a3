/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.tenant;

import io.telamon.model.instance.Quota;
import io.telamon.shell.internal.base.CommandFailure;
import io.telamon.shell.internal.base.Exit;
import io.telamon.shell.internal.names.Pairs;
import java.util.List;
import java.util.Map;

/** Quota amounts on the command line. */
final class Quotas {
    private Quotas() {}

    /** {@code servers=10,vcpus=20}; what is not named stays as in {@code base}. */
    static Quota of(String text, Quota base) {
        Map<String, String> amounts =
                Pairs.of("--quota", text.isEmpty() ? List.of() : List.of(text.split(",")));
        List<String> known = List.of("servers", "vcpus", "memoryMb", "networks");
        if (!known.containsAll(amounts.keySet())) {
            throw new CommandFailure(
                    Exit.USAGE, "--quota names " + String.join(", ", known) + ", not " + text);
        }
        return new Quota(
                amount(amounts, "servers", base.servers()),
                amount(amounts, "vcpus", base.vcpus()),
                amount(amounts, "memoryMb", base.memoryMb()),
                amount(amounts, "networks", base.networks()));
    }

    private static long amount(Map<String, String> amounts, String name, long base) {
        String text = amounts.getOrDefault(name, Long.toString(base));
        try {
            return text.equals("unlimited") ? Quota.UNLIMITED : Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw new CommandFailure(Exit.USAGE, name + " is a number, not " + text);
        }
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.names;

import io.telamon.model.instance.Quota;
import io.telamon.northbound.api.PlanPreview;
import io.telamon.shell.internal.base.Column;
import java.util.ArrayList;
import java.util.List;

/** Tells what a change would do. */
public final class Preview {
    /** One column for each fact about a step. */
    public static final List<Column<PlanPreview.Step>> STEPS =
            List.of(
                    Column.of("verb", PlanPreview.Step::verb),
                    Column.of("kind", PlanPreview.Step::kind),
                    Column.of("name", PlanPreview.Step::name),
                    Column.of("account", PlanPreview.Step::account),
                    Column.wide("key", PlanPreview.Step::key),
                    Column.wide("after", PlanPreview.Step::after));

    private Preview() {}

    /** What surrounds the steps: placement, need, refusals. */
    public static List<String> notes(PlanPreview preview) {
        List<String> lines = new ArrayList<>();
        preview.placements()
                .forEach(
                        place ->
                                lines.add(
                                        "member "
                                                + place.memberIndex()
                                                + " -> "
                                                + (place.account().isEmpty()
                                                        ? "nowhere"
                                                        : place.account())
                                                + ": "
                                                + place.reason()));
        preview.needs()
                .forEach(
                        need ->
                                lines.add(
                                        need.account()
                                                + ": needs "
                                                + amounts(need.demand())
                                                + "; free "
                                                + amounts(need.free())));
        preview.links().forEach(link -> lines.add(link.reason()));
        preview.refusals().forEach(refusal -> lines.add("REFUSED: " + refusal));
        lines.add("Dry run: nothing was changed.");
        return lines;
    }

    private static String amounts(Quota quota) {
        return amount(quota.servers())
                + " servers, "
                + amount(quota.vcpus())
                + " vCPUs, "
                + amount(quota.memoryMb())
                + " MiB, "
                + amount(quota.networks())
                + " networks";
    }

    private static String amount(long value) {
        return value == Quota.UNLIMITED ? "unlimited" : Long.toString(value);
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.instance.Quota;
import io.telamon.northbound.api.PlanPreview;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanSummaryTest {
    private final PlanSummary summary = new PlanSummary();

    @Test
    void theEffectCountsWhatIsMadeByKind() {
        PlanPreview plan =
                plan(
                        List.of(
                                step("CREATE", "network"),
                                step("CREATE", "server"),
                                step("CREATE", "server")),
                        List.of());

        assertThat(PlanSummary.effect(plan)).isEqualTo("Creates 1 network, 2 machines.");
    }

    @Test
    void anUnknownKindIsNamedAsItIs() {
        assertThat(PlanSummary.effect(plan(List.of(step("CREATE", "balloon")), List.of())))
                .isEqualTo("Creates 1 balloon.");
    }

    @Test
    void anEmptyPlanSaysThatNothingWouldChange() {
        assertThat(PlanSummary.effect(plan(List.of(), List.of())))
                .isEqualTo("Nothing would change.");
    }

    @Test
    void refusalsComeFirstAndAreAnnounced() {
        summary.show(plan(List.of(), List.of("Account lisbon has 4 of 32 vCPUs free, 6 needed")));

        assertThat(text()).contains("4 of 32 vCPUs free").doesNotContain("This can be done");
        assertThat(
                        summary.getChildren()
                                .findFirst()
                                .orElseThrow()
                                .getElement()
                                .getAttribute("role"))
                .isEqualTo("alert");
    }

    @Test
    void quotaIsShownWithWhatIsNeededAndFree() {
        summary.show(plan(List.of(step("CREATE", "server")), List.of()));

        assertThat(text()).contains("2 needed, 30 free", "1 needed, no limit");
    }

    @Test
    void aDeletionNeedsNoQuotaAndNoPlace() {
        summary.show(plan(List.of(step("DELETE", "server")), List.of()));

        assertThat(text()).contains("Deletes 1 machine").doesNotContain("needed", "Member 1");
    }

    private String text() {
        return summary.getElement().getTextRecursively();
    }

    private static PlanPreview.Step step(String verb, String kind) {
        return new PlanPreview.Step(verb, kind, kind + "/x", "x", "lisbon", List.of());
    }

    private static PlanPreview plan(List<PlanPreview.Step> steps, List<String> refusals) {
        return new PlanPreview(
                steps,
                List.of(new PlanPreview.PlacementView("1", "lisbon", "most free vCPUs")),
                List.of(
                        new PlanPreview.Need(
                                "lisbon", new Quota(1, 2, 2048, 1), new Quota(-1, 30, 64_000, 8))),
                refusals);
    }
}

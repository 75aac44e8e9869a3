/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.plan;

import static io.telamon.portal.internal.app.Texts.or;
import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.telamon.northbound.api.PlanPreview;
import io.telamon.portal.internal.widget.Facts;
import io.telamon.portal.internal.widget.StateTag;
import io.telamon.portal.internal.widget.Tone;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A dry run in words: refusals first, then what happens, where and why, what it takes, each step.
 */
public final class PlanSummary extends Div {
    /** Nothing tried yet. */
    public PlanSummary() {
        addClassName("tm-plan");
        getElement().setAttribute("aria-live", "polite");
    }

    /** Shows a dry run. */
    public void show(PlanPreview plan) {
        removeAll();
        if (plan.refusals().isEmpty()) {
            add(new StateTag().show(Tone.OK, t("plan.possible")));
        } else {
            refusals(plan);
        }
        add(new Paragraph(effect(plan)));
        placements(plan);
        boolean takes = plan.steps().stream().anyMatch(step -> !step.verb().equals("DELETE"));
        if (takes && !plan.needs().isEmpty()) {
            add(new H3(t("plan.needs")), new NeedsTable(plan.needs()));
        }
        steps(plan);
    }

    private void refusals(PlanPreview plan) {
        UnorderedList reasons = new UnorderedList();
        plan.refusals().forEach(reason -> reasons.add(new ListItem(reason)));
        Div box = new Div(new StateTag().show(Tone.BAD, t("plan.refused")), reasons);
        box.addClassName("tm-refusals");
        box.getElement().setAttribute("role", "alert");
        add(box);
    }

    /** One sentence: how many of what are made, changed and deleted. */
    public static String effect(PlanPreview plan) {
        if (plan.steps().isEmpty()) {
            return t("plan.nothing");
        }
        Map<String, Map<String, Long>> counts =
                plan.steps().stream()
                        .collect(
                                Collectors.groupingBy(
                                        PlanPreview.Step::verb,
                                        TreeMap::new,
                                        Collectors.groupingBy(
                                                PlanPreview.Step::kind,
                                                TreeMap::new,
                                                Collectors.counting())));
        return counts.entrySet().stream()
                .map(
                        verb ->
                                or("plan.verb." + verb.getKey(), verb.getKey())
                                        + " "
                                        + things(verb.getValue()))
                .collect(Collectors.joining("; ", "", "."));
    }

    private static String things(Map<String, Long> byKind) {
        return byKind.entrySet().stream()
                .map(
                        kind -> {
                            String key = "plan.kind." + kind.getKey();
                            String text = t(key, kind.getValue());
                            return text.equals(key) ? kind.getValue() + " " + kind.getKey() : text;
                        })
                .collect(Collectors.joining(", "));
    }

    private void placements(PlanPreview plan) {
        boolean places = plan.steps().stream().anyMatch(step -> step.verb().equals("CREATE"));
        if (plan.placements().isEmpty() || !(places || !plan.refusals().isEmpty())) {
            return;
        }
        Facts where = new Facts();
        for (PlanPreview.PlacementView placement : plan.placements()) {
            Span reason = new Span(placement.reason());
            reason.addClassName("tm-hint");
            String account =
                    placement.account().isEmpty() ? t("plan.nowhere") : placement.account();
            where.add(
                    t("plan.member", placement.memberIndex()), new Div(new Span(account), reason));
        }
        add(new H3(t("plan.placement")), where);
        if (!plan.links().isEmpty()) {
            UnorderedList links = new UnorderedList();
            plan.links().forEach(link -> links.add(new ListItem(link.reason())));
            add(new H3(t("plan.links")), links);
        }
    }

    private void steps(PlanPreview plan) {
        if (plan.steps().isEmpty()) {
            return;
        }
        OrderedList list = new OrderedList();
        for (PlanPreview.Step step : plan.steps()) {
            Span where = new Span(step.account());
            where.addClassName("tm-hint");
            list.add(
                    new ListItem(
                            new Span(or("verb." + step.verb(), step.verb()) + " "),
                            new Code(step.key()),
                            new Span(" " + step.name() + " "),
                            where));
        }
        list.addClassName("tm-steps");
        add(new Details(t("plan.steps", plan.steps().size()), list));
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instance;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.Value;
import io.telamon.portal.internal.widget.Words;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A chain in words: which traffic enters, the functions it passes in order, and what the controller
 * counted at each. Controllers that do not count leave the numbers out.
 */
final class ChainPath extends Div {
    private final Resource chain;
    private final UnaryOperator<String> names;

    /**
     * The path of a chain.
     *
     * @param names name of the thing with a key
     */
    ChainPath(Resource chain, UnaryOperator<String> names) {
        this.chain = chain;
        this.names = names;
        ChainSpec spec = (ChainSpec) chain.spec();
        add(new H3(t("chain.path")), steps(spec));
        String out = counted("out", false);
        if (!out.isEmpty()) {
            add(new Paragraph(t("chain.out", out)));
        }
        if (spec.symmetric()) {
            add(new Paragraph(t("chain.back")));
        }
        add(new H3(t("chain.enters")), rules(spec));
    }

    /** True for what the list says already. */
    static boolean tells(String attribute) {
        return attribute.matches("(back-)?(packets|bytes)/.*");
    }

    private UnorderedList rules(ChainSpec spec) {
        UnorderedList rules = new UnorderedList();
        for (ChainSpec.Classifier rule : spec.classifiers()) {
            String match =
                    rule.match().isEmpty()
                            ? t("chain.any")
                            : rule.match().entrySet().stream()
                                    .map(field -> field.getKey() + " " + field.getValue())
                                    .collect(Collectors.joining(", "));
            rules.add(
                    new ListItem(
                            rule.source().isReference()
                                    ? t("chain.rule", match, point(rule.source()))
                                    : match));
        }
        return rules;
    }

    private OrderedList steps(ChainSpec spec) {
        Map<Integer, List<ChainSpec.Hop>> positions =
                spec.hops().stream()
                        .collect(
                                Collectors.groupingBy(
                                        ChainSpec.Hop::position,
                                        TreeMap::new,
                                        Collectors.toList()));
        OrderedList steps = new OrderedList();
        positions.forEach(
                (position, hops) -> {
                    String passed =
                            hops.stream()
                                    .map(hop -> point(hop.ingress()))
                                    .collect(Collectors.joining(" " + t("chain.or") + " "));
                    ListItem step = new ListItem(new Span(passed));
                    note(step, counted("" + position, false), "chain.counted");
                    note(step, counted("" + position, true), "chain.counted.back");
                    steps.add(step);
                });
        return steps;
    }

    private static void note(ListItem step, String counted, String key) {
        if (!counted.isEmpty()) {
            Div note = new Div(t(key, counted));
            note.addClassName("tm-hint");
            step.add(note);
        }
    }

    private String counted(String stage, boolean back) {
        String before = back ? "back-" : "";
        String packets = chain.attribute(before + "packets/" + stage);
        String bytes = chain.attribute(before + "bytes/" + stage);
        return packets.matches("\\d{1,18}") && bytes.matches("\\d{1,18}")
                ? t(
                        "chain.count",
                        t("number", Long.parseLong(packets)),
                        Words.size(Long.parseLong(bytes)))
                : "";
    }

    private String point(Value port) {
        return port.isReference()
                ? t(
                        "chain.point",
                        names.apply(port.resource()),
                        port.attribute().replace("port/", ""))
                : port.literal();
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.change;

import io.telamon.nfvo.internal.desire.Shapes;
import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.PlacementRules;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Puts a change into the words that are kept with its operation. */
final class Requests {
    private Requests() {}

    static Map<String, String> words(NsChange change) {
        Map<String, String> words = new LinkedHashMap<>();
        if (change instanceof NsChange.Instantiate instantiate) {
            instantiate(words, instantiate);
        } else if (change instanceof NsChange.Scale scale) {
            words.put("member", scale.memberIndex());
            words.put("aspect", scale.aspect());
            words.put("steps", Integer.toString(scale.steps()));
        } else if (change instanceof NsChange.Heal heal) {
            words.put("member", heal.memberIndex());
            words.put("resource", heal.resourceKey());
            words.put("cause", heal.cause());
            words.put("way", lower(heal.way()));
        } else if (change instanceof NsChange.Operate operate) {
            words.put("member", operate.memberIndex());
            words.put("resource", operate.resourceKey());
            words.put("state", operate.started() ? "started" : "stopped");
        } else if (change instanceof NsChange.Resize resize) {
            words.put("member", resize.memberIndex());
            words.put("vdu", resize.vdu());
            words.putAll(Shapes.parameters(resize));
        } else if (change instanceof NsChange.Adjust adjust) {
            words.putAll(new TreeMap<>(adjust.parameters()));
        } else if (change instanceof NsChange.Migrate migrate) {
            words.put("member", migrate.memberIndex());
            words.put("vim", migrate.vim());
        }
        return words;
    }

    private static void instantiate(Map<String, String> words, NsChange.Instantiate change) {
        new TreeMap<>(change.placement())
                .forEach((member, account) -> words.put("placement/" + member, account));
        words.putAll(new TreeMap<>(change.parameters()));
        words.put("drift", change.drift());
        PlacementRules rules = change.rules();
        if (!rules.equals(PlacementRules.any())) {
            words.put("aim", lower(rules.aim()));
            rules.labels().forEach((label, value) -> words.put("label/" + label, value));
            words.put("maxLatencyMs", Integer.toString(rules.maxLatencyMs()));
        }
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}

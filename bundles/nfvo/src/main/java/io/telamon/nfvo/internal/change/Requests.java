/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.change;

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
            new TreeMap<>(instantiate.placement())
                    .forEach((member, account) -> words.put("placement/" + member, account));
            words.putAll(new TreeMap<>(instantiate.parameters()));
            words.put("drift", instantiate.drift());
            PlacementRules rules = instantiate.rules();
            if (!rules.equals(PlacementRules.any())) {
                words.put("aim", rules.aim().name().toLowerCase(Locale.ROOT));
                rules.labels().forEach((label, value) -> words.put("label/" + label, value));
                words.put("maxLatencyMs", Integer.toString(rules.maxLatencyMs()));
            }
        } else if (change instanceof NsChange.Scale scale) {
            words.put("member", scale.memberIndex());
            words.put("aspect", scale.aspect());
            words.put("steps", Integer.toString(scale.steps()));
        } else if (change instanceof NsChange.Heal heal) {
            words.put("member", heal.memberIndex());
            words.put("resource", heal.resourceKey());
            words.put("cause", heal.cause());
        }
        return words;
    }
}

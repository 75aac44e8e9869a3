/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.openstack.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.telamon.model.resource.RequestToken;
import io.telamon.openstack.Marks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who owns the parts of chains. A part carries the token of the chain it was made for. Chains that
 * pass the same functions share pairs and groups, because neutron has each of them once; when a
 * chain goes, what nobody else uses is first marked as its own and then removed with it, so that a
 * deletion that breaks off is finished by its repetition.
 */
final class Parts {
    private final Sfc sfc;

    Parts(Sfc sfc) {
        this.sfc = sfc;
    }

    /** Marks as the chain's own what others made and only this chain still uses. */
    void takeOver(String what, JsonNode chain, RequestToken token) {
        List<String> ids = Sfc.ids(chain, Kind.GROUP);
        List<JsonNode> foreign =
                sfc.with(what, Kind.GROUP, "id", ids).stream()
                        .filter(group -> Sfc.isOurs(group) && !Sfc.isMarked(group, token))
                        .toList();
        if (foreign.isEmpty()) {
            return;
        }
        Set<String> elsewhere = usedElsewhere(what, Sfc.id(chain));
        List<String> pairs = new ArrayList<>();
        for (JsonNode group : foreign) {
            if (!elsewhere.contains(Sfc.id(group))) {
                mark(what, Kind.GROUP, Sfc.id(group), token);
                pairs.addAll(Sfc.ids(group, Kind.PAIR));
            }
        }
        for (JsonNode pair : sfc.with(what, Kind.PAIR, "id", pairs)) {
            if (Sfc.isOurs(pair) && !Sfc.isMarked(pair, token)) {
                mark(what, Kind.PAIR, Sfc.id(pair), token);
            }
        }
    }

    private void mark(String what, Kind kind, String id, RequestToken token) {
        sfc.change(what, kind, id, Sfc.draft().put("description", Marks.of(token)));
    }

    /** Groups that other chains than this one pass. */
    private Set<String> usedElsewhere(String what, String chain) {
        Set<String> groups = new HashSet<>();
        for (JsonNode other : sfc.list(what, Kind.CHAIN)) {
            if (!Sfc.id(other).equals(chain)) {
                groups.addAll(Sfc.ids(other, Kind.GROUP));
            }
        }
        return groups;
    }

    /**
     * Removes the parts that carry a token, but for those that its chain has, and what other chains
     * use.
     *
     * @param chain the chain as it is, a missing node when there is none
     */
    void tidy(String what, JsonNode chain, RequestToken token) {
        Set<String> classifiers = Set.copyOf(Sfc.ids(chain, Kind.CLASSIFIER));
        for (JsonNode one : sfc.marked(what, Kind.CLASSIFIER, token)) {
            if (!classifiers.contains(Sfc.id(one))) {
                sfc.remove(what, Kind.CLASSIFIER, Sfc.id(one));
            }
        }
        Set<String> groups = Set.copyOf(Sfc.ids(chain, Kind.GROUP));
        for (JsonNode group : sfc.marked(what, Kind.GROUP, token)) {
            if (!groups.contains(Sfc.id(group))) {
                sfc.removeUnlessUsed(what, Kind.GROUP, Sfc.id(group));
            }
        }
        List<JsonNode> pairs = sfc.marked(what, Kind.PAIR, token);
        if (pairs.isEmpty()) {
            return;
        }
        Set<String> grouped = new HashSet<>();
        sfc.list(what, Kind.GROUP).forEach(group -> grouped.addAll(Sfc.ids(group, Kind.PAIR)));
        for (JsonNode pair : pairs) {
            if (!grouped.contains(Sfc.id(pair))) {
                sfc.removeUnlessUsed(what, Kind.PAIR, Sfc.id(pair));
            }
        }
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tree;

import io.telamon.catalog.api.FieldCounts;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts which leaf fields of a document were read, left out on purpose, or not known. An unknown
 * part is reported once, at its top. A container without content counts as one leaf.
 */
public final class FieldAudit {
    private final IgnoreRules rules;
    private int consumed;
    private int ignored;
    private int unknown;

    /** Creates an audit with the rules of one language. */
    public FieldAudit(IgnoreRules rules) {
        this.rules = rules;
    }

    /** Counts the leaves of a document and reports the unknown ones. */
    public void count(DocNode document) {
        var unknownTop = new ArrayList<DocNode>();
        if (visit(document, List.of(), unknownTop)) {
            unknownTop.add(document);
        }
        for (DocNode node : unknownTop) {
            String path = node.place().path();
            node.warning(
                    "FIELD_UNKNOWN",
                    "Nobody reads %s".formatted(path.isEmpty() ? "this document" : path),
                    "Check the spelling; the field has no effect");
        }
    }

    /** Returns the counts so far. */
    public FieldCounts counts() {
        return new FieldCounts(consumed, ignored, unknown);
    }

    /** Counts a node and tells whether everything in it is unknown. */
    private boolean visit(DocNode node, List<String> path, List<DocNode> unknownTop) {
        if (rules.covers(path)) {
            node.ignore();
        }
        List<DocNode> children = children(node);
        if (children.isEmpty()) {
            return leaf(node);
        }
        var below = new ArrayList<DocNode>();
        boolean all = true;
        for (DocNode child : children) {
            var childBelow = new ArrayList<DocNode>();
            if (visit(child, path(path, child), childBelow)) {
                below.add(child);
            } else {
                below.addAll(childBelow);
                all = false;
            }
        }
        if (!all) {
            unknownTop.addAll(below);
        }
        return all;
    }

    private boolean leaf(DocNode node) {
        switch (node.use()) {
            case READ -> consumed++;
            case IGNORED -> ignored++;
            case UNREAD -> unknown++;
        }
        return node.use() == DocNode.Use.UNREAD;
    }

    private static List<DocNode> children(DocNode node) {
        if (node instanceof MapNode map) {
            return List.copyOf(map.entries().values());
        }
        return node instanceof ListNode list ? list.items() : List.of();
    }

    private static List<String> path(List<String> parent, DocNode child) {
        String segment = child.origin().segment();
        if (segment.startsWith("[")) {
            return parent;
        }
        var result = new ArrayList<>(parent);
        result.add(segment.substring(segment.lastIndexOf(':') + 1));
        return result;
    }
}

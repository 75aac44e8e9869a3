/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tree;

import java.util.List;

/** A list of values. */
public final class ListNode extends DocNode {
    private final List<DocNode> items;

    ListNode(Origin origin, List<DocNode> items) {
        super(origin);
        this.items = List.copyOf(items);
    }

    /** Returns the values in order. */
    public List<DocNode> items() {
        return items;
    }

    @Override
    public void readAll() {
        read();
        items.forEach(DocNode::readAll);
    }
}

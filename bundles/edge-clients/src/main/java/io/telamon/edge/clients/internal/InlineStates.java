/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import com.google.protobuf.ByteString;
import io.telamon.edge.rpc.State;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** States travel in the messages. */
final class InlineStates implements States {
    private final Map<String, Integer> sizes;

    InlineStates(Map<String, Integer> sizes) {
        this.sizes = Map.copyOf(sizes);
    }

    @Override
    public Map<String, State> prepare(Collection<String> names) {
        Map<String, State> states = new TreeMap<>();
        for (String name : names) {
            byte[] content = new byte[sizes.getOrDefault(name, 0)];
            states.put(
                    name,
                    State.newBuilder()
                            .setName(name)
                            .setContent(ByteString.copyFrom(content))
                            .build());
        }
        return states;
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.openbaton;

import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.Words;
import io.telamon.descriptors.internal.tree.DocNode;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.descriptors.internal.tree.ScalarNode;
import io.telamon.model.descriptor.LifecycleEvent;
import io.telamon.model.descriptor.LifecycleScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads scripts per life-cycle event and looks for their files. */
final class BatonScripts {
    private final Draft draft;
    private final BatonMetadata metadata;
    private final boolean elsewhere;

    BatonScripts(Draft draft, BatonMetadata metadata, boolean elsewhere) {
        this.draft = draft;
        this.metadata = metadata;
        this.elsewhere = elsewhere;
    }

    List<LifecycleScript> read(MapNode vnfd) {
        var result = new ArrayList<LifecycleScript>();
        for (MapNode node : vnfd.maps("lifecycle_event")) {
            node.known("id");
            var event = node.choice("event", BatonScripts::event);
            var names = node.texts("lifecycle_events");
            event.ifPresent(e -> result.add(new LifecycleScript(e, names)));
            check(node);
        }
        return result;
    }

    private void check(MapNode node) {
        boolean packaged = metadata.present() && !metadata.scriptsElsewhere() && !elsewhere;
        if (packaged) {
            for (DocNode name : node.items("lifecycle_events")) {
                if (name instanceof ScalarNode scalar && scalar.text().isPresent()) {
                    draft.file(name, scalar.text().get(), "scripts");
                }
            }
        }
    }

    private static Optional<LifecycleEvent> event(String text) {
        String wanted = Words.upper(text);
        return Stream.of(LifecycleEvent.values()).filter(e -> e.name().equals(wanted)).findFirst();
    }
}

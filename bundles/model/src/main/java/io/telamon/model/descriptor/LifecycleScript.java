/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.List;

/**
 * Scripts run in a VNF at one event, in order (Open Baton {@code lifecycle_event}).
 *
 * @param event the event
 * @param scripts file names in the package
 */
public record LifecycleScript(LifecycleEvent event, List<String> scripts) {
    /** Copies the list. */
    public LifecycleScript {
        scripts = List.copyOf(scripts);
    }
}

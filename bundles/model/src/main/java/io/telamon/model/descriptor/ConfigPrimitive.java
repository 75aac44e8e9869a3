/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.List;
import java.util.Optional;

/**
 * An action of a configuration (OSM {@code config-primitive}, {@code initial-config-primitive}).
 *
 * @param name name of the action
 * @param environment id of the execution environment, if one is named
 * @param parameters parameters in the order of the descriptor
 */
public record ConfigPrimitive(
        String name, Optional<String> environment, List<PrimitiveParameter> parameters) {
    /** Copies the list. */
    public ConfigPrimitive {
        parameters = List.copyOf(parameters);
    }
}

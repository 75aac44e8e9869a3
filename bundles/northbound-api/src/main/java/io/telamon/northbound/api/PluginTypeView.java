/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import io.telamon.model.LaneKind;
import java.util.List;

/**
 * A plug-in type that is installed now.
 *
 * @param kind VIM or SDN
 * @param type its type
 * @param fields settings an account of this type has
 */
public record PluginTypeView(LaneKind kind, String type, List<Field> fields) {
    /** Copies the list. */
    public PluginTypeView {
        fields = List.copyOf(fields);
    }

    /**
     * One setting.
     *
     * @param name key
     * @param label text for people
     * @param help one sentence
     * @param defaultValue used when absent
     * @param required true when it must be given
     */
    public record Field(
            String name, String label, String help, String defaultValue, boolean required) {}
}

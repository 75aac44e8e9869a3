/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.Map;
import java.util.Optional;

/**
 * What a machine gets at first boot (OSM {@code cloud-init, cloud-init-file,
 * supplemental-boot-data}, SOL001 {@code boot_data}, Tacker {@code user_data, config}).
 *
 * @param userData text handed to the machine; read from the file when a file is named
 * @param file path in the package the text comes from
 * @param configDrive whether a configuration drive is wanted
 * @param parameters further keys and values for the machine (Tacker {@code config})
 */
public record DayZero(
        Optional<String> userData,
        Optional<String> file,
        boolean configDrive,
        Map<String, String> parameters) {
    /** Copies the map. */
    public DayZero {
        parameters = Map.copyOf(parameters);
    }

    /** Returns a machine that gets nothing. */
    public static DayZero none() {
        return new DayZero(Optional.empty(), Optional.empty(), false, Map.of());
    }

    /** Returns a machine that gets this text. */
    public static DayZero of(String userData) {
        return new DayZero(Optional.of(userData), Optional.empty(), false, Map.of());
    }
}

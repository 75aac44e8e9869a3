/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.memory;

import io.telamon.store.api.Settings;
import java.util.Optional;

/** Settings in memory. */
final class MemorySettings implements Settings {
    private final Layers layers;

    MemorySettings(Layers layers) {
        this.layers = layers;
    }

    @Override
    public Optional<String> get(String name) {
        return layers.settings.get(name);
    }

    @Override
    public void put(String name, String value) {
        layers.settings.put(name, value);
    }
}

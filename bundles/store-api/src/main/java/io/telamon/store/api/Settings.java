/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.api;

import java.util.Optional;

/** Few named values that belong to the whole installation, for instance the master key's check. */
public interface Settings {
    /** The value under this name; empty when there is none. */
    Optional<String> get(String name);

    /** Adds or replaces a value. */
    void put(String name, String value);
}

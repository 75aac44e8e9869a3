/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.resource;

/**
 * A placement group: members together or apart.
 *
 * @param name name on the cloud
 * @param apart true for anti-affinity, false for affinity
 * @param scope {@code host} or {@code zone}
 */
public record ServerGroupSpec(String name, boolean apart, String scope) implements ResourceSpec {
    @Override
    public String kind() {
        return "server-group";
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.api;

import java.util.List;
import java.util.Objects;

/**
 * What a broker does at one moment.
 *
 * @param kind {@code router} or {@code dispatcher}
 * @param endpoint of its lambda port; its identity
 * @param policy how it chooses, in the words of its option
 * @param routes lines of its table, by function
 * @param functions by name
 * @param homeless requests for functions that are in no table
 */
public record EdgeBrokerView(
        String kind,
        String endpoint,
        String policy,
        List<EdgeRouteView> routes,
        List<EdgeFunctionView> functions,
        long homeless) {
    /** Copies the lists. */
    public EdgeBrokerView {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(endpoint);
        Objects.requireNonNull(policy);
        routes = List.copyOf(routes);
        functions = List.copyOf(functions);
    }
}

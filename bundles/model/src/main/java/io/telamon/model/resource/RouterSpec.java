/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.resource;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A router between networks of a service and a network outside, so that floating addresses reach
 * them.
 *
 * @param name name on the cloud
 * @param external id of the network outside
 * @param subnets ids of the subnets that are joined, or references
 */
public record RouterSpec(String name, String external, List<Value> subnets)
        implements ResourceSpec {
    /** Copies the list. */
    public RouterSpec {
        subnets = List.copyOf(subnets);
    }

    @Override
    public boolean becomes(ResourceSpec next) {
        return next instanceof RouterSpec router && router.external().equals(external);
    }

    @Override
    public String kind() {
        return "router";
    }

    @Override
    public RouterSpec resolve(UnaryOperator<Value> resolver) {
        return new RouterSpec(name, external, subnets.stream().map(resolver).toList());
    }

    @Override
    public List<Value> references() {
        return subnets.stream().filter(Value::isReference).toList();
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.resource;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What one thing on a cloud or controller should be. A closed family: the planner, the store and
 * the contract kits know every member; a plug-in implements an operator for those it can make.
 */
public sealed interface ResourceSpec
        permits ImageSpec,
                FlavorSpec,
                NetworkSpec,
                SecurityGroupSpec,
                RouterSpec,
                FloatingAddressSpec,
                BlockVolumeSpec,
                StackSpec,
                ServerGroupSpec,
                ServerSpec,
                ChainSpec {
    /** Name shown to people and used as the thing's name on the cloud. */
    String name();

    /** Kind in words, as in paths, tables and metrics: {@code network}, {@code server}, ... */
    String kind();

    /**
     * True when a thing of this spec becomes one of that spec without being replaced, on every
     * cloud that has the kind.
     */
    default boolean becomes(ResourceSpec next) {
        return false;
    }

    /** The same spec with each reference replaced by {@code resolver}'s answer. */
    default ResourceSpec resolve(UnaryOperator<Value> resolver) {
        return this;
    }

    /** References to other resources; each is a dependency of this one. */
    default List<Value> references() {
        return List.of();
    }
}

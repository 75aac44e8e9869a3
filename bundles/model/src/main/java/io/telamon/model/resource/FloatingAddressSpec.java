/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.resource;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * An address of a network outside that leads to a card. Its attribute {@link #ADDRESS} is the
 * address.
 *
 * @param name name for people
 * @param external id of the network it is taken from
 * @param port port it leads to, or reference; empty for none
 * @param router router on the way, only so that it is there before and after; may be empty
 * @param address wanted address, empty when the cloud chooses
 */
public record FloatingAddressSpec(
        String name, String external, Value port, Value router, String address)
        implements ResourceSpec {
    /** Attribute that holds the address. */
    public static final String ADDRESS = "address/floating";

    @Override
    public boolean becomes(ResourceSpec next) {
        return next instanceof FloatingAddressSpec floating
                && floating.external().equals(external)
                && floating.address().equals(address);
    }

    @Override
    public String kind() {
        return "floating-address";
    }

    @Override
    public FloatingAddressSpec resolve(UnaryOperator<Value> resolver) {
        return new FloatingAddressSpec(
                name, external, resolver.apply(port), resolver.apply(router), address);
    }

    @Override
    public List<Value> references() {
        return Stream.of(port, router).filter(Value::isReference).toList();
    }
}

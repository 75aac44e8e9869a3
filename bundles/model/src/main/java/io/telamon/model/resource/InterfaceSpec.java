/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.resource;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One network card of a server. Its port id and address come back as the server's attributes {@code
 * port/<name>} and {@code address/<name>}.
 *
 * @param name unique within the server
 * @param network the network to attach to: its id, or a reference to it
 * @param address fixed address, empty when the cloud chooses
 * @param mac fixed hardware address, or empty
 * @param type {@code virtio}, {@code sr-iov}, ... as the descriptor says
 * @param forwarding true when the port must pass foreign traffic (no anti-spoofing)
 * @param groups security groups, ids or references; none leaves it to the cloud
 */
public record InterfaceSpec(
        String name,
        Value network,
        String address,
        String mac,
        String type,
        boolean forwarding,
        List<Value> groups) {
    /** Copies the list; absent means none. */
    public InterfaceSpec {
        groups = groups == null ? List.of() : List.copyOf(groups);
    }

    /** A card whose security groups are left to the cloud. */
    @SuppressWarnings("checkstyle:ParameterNumber") // as many as the record without its last
    public InterfaceSpec(
            String name,
            Value network,
            String address,
            String mac,
            String type,
            boolean forwarding) {
        this(name, network, address, mac, type, forwarding, List.of());
    }

    /** The same card in these security groups. */
    public InterfaceSpec in(List<Value> securityGroups) {
        return new InterfaceSpec(name, network, address, mac, type, forwarding, securityGroups);
    }

    InterfaceSpec resolve(UnaryOperator<Value> resolver) {
        return new InterfaceSpec(
                name,
                resolver.apply(network),
                address,
                mac,
                type,
                forwarding,
                groups.stream().map(resolver).toList());
    }
}

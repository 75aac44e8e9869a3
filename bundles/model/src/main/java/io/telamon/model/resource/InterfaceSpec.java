/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.resource;

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
 */
public record InterfaceSpec(
        String name, Value network, String address, String mac, String type, boolean forwarding) {}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.resource;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One virtual machine (a VNFC's compute resource).
 *
 * @param name name on the cloud
 * @param image image id or reference
 * @param flavor flavor id or reference
 * @param interfaces network cards in order of position
 * @param zone availability zone, or empty
 * @param group placement group id or reference, {@code Value.of("")} for none
 * @param day0 what the guest is told at boot
 */
public record ServerSpec(
        String name,
        Value image,
        Value flavor,
        List<InterfaceSpec> interfaces,
        String zone,
        Value group,
        Day0 day0)
        implements ResourceSpec {
    /** Copies the list. */
    public ServerSpec {
        interfaces = List.copyOf(interfaces);
    }

    /**
     * What the guest is told at boot.
     *
     * @param userData cloud-init text, or empty
     * @param configDrive true when it must be delivered on a drive
     * @param keyPair name of a key pair on the cloud, or empty
     */
    public record Day0(String userData, boolean configDrive, String keyPair) {
        /** Nothing to tell. */
        public static Day0 none() {
            return new Day0("", false, "");
        }
    }

    /** The same server in another shape. */
    public ServerSpec withFlavor(Value next) {
        return new ServerSpec(name, image, next, interfaces, zone, group, day0);
    }

    @Override
    public String kind() {
        return "server";
    }

    @Override
    public ServerSpec resolve(UnaryOperator<Value> resolver) {
        List<InterfaceSpec> cards =
                interfaces.stream().map(card -> card.resolve(resolver)).toList();
        return new ServerSpec(
                name,
                resolver.apply(image),
                resolver.apply(flavor),
                cards,
                zone,
                resolver.apply(group),
                day0);
    }

    @Override
    public List<Value> references() {
        return Stream.concat(
                        Stream.of(image, flavor, group),
                        interfaces.stream()
                                .flatMap(
                                        card ->
                                                Stream.concat(
                                                        Stream.of(card.network()),
                                                        card.groups().stream())))
                .filter(Value::isReference)
                .toList();
    }
}

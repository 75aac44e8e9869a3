/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.resource;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One virtual machine (a VNFC's compute resource).
 *
 * @param name name on the cloud
 * @param image image id or reference; empty when a disk boots
 * @param flavor flavor id or reference
 * @param interfaces network cards in order of position
 * @param zone availability zone, or empty
 * @param group placement group id or reference, {@code Value.of("")} for none
 * @param day0 what the guest is told at boot
 * @param disks volumes plugged in, in order
 */
public record ServerSpec(
        String name,
        Value image,
        Value flavor,
        List<InterfaceSpec> interfaces,
        String zone,
        Value group,
        Day0 day0,
        List<Disk> disks)
        implements ResourceSpec {
    /** Copies the lists; absent disks are none. */
    public ServerSpec {
        interfaces = List.copyOf(interfaces);
        disks = disks == null ? List.of() : List.copyOf(disks);
    }

    /** A server with the disk of its flavor only. */
    @SuppressWarnings("checkstyle:ParameterNumber") // as many as the record without its last
    public ServerSpec(
            String name,
            Value image,
            Value flavor,
            List<InterfaceSpec> interfaces,
            String zone,
            Value group,
            Day0 day0) {
        this(name, image, flavor, interfaces, zone, group, day0, List.of());
    }

    /**
     * A volume in use.
     *
     * @param volume its id or reference
     * @param boots true when the server boots from it
     */
    public record Disk(Value volume, boolean boots) {}

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
        return new ServerSpec(name, image, next, interfaces, zone, group, day0, disks);
    }

    /** The same server with these volumes plugged in. */
    public ServerSpec with(List<Disk> volumes) {
        return new ServerSpec(name, image, flavor, interfaces, zone, group, day0, volumes);
    }

    /** The same server under another name. */
    public ServerSpec named(String next) {
        return new ServerSpec(next, image, flavor, interfaces, zone, group, day0, disks);
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
                day0,
                disks.stream()
                        .map(disk -> new Disk(resolver.apply(disk.volume()), disk.boots()))
                        .toList());
    }

    @Override
    public List<Value> references() {
        Stream<Value> cards =
                interfaces.stream()
                        .flatMap(
                                card ->
                                        Stream.concat(
                                                Stream.of(card.network()), card.groups().stream()));
        return Stream.of(Stream.of(image, flavor, group), cards, disks.stream().map(Disk::volume))
                .flatMap(all -> all)
                .filter(Value::isReference)
                .toList();
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One kind of machine of a VNF (SOL006 {@code vdu}, SOL001 {@code Vdu.Compute}, OSM {@code
 * vdu:vdu}, Open Baton {@code vdu}).
 *
 * @param id identifier, unique in the VNF
 * @param name name for people
 * @param compute size of the machine
 * @param volumes further disks
 * @param image boot image, absent for a serverless function
 * @param day0 what the machine gets at first boot
 * @param interfaces network interfaces in the order of their positions
 * @param count how many instances there may be, unless a flavour says otherwise
 * @param placement wishes about the cloud and zone
 * @param function mark of a serverless function
 * @param labels further keys and values kept for people and plug-ins
 */
public record Vdu(
        String id,
        String name,
        ComputeSpec compute,
        List<VolumeSpec> volumes,
        Optional<VduImage> image,
        DayZero day0,
        List<VduInterface> interfaces,
        InstanceRange count,
        VduPlacement placement,
        Optional<ServerlessFunction> function,
        Map<String, String> labels) {
    /** Copies the collections; a blank name becomes the id. */
    public Vdu {
        name = name.isBlank() ? id : name;
        volumes = List.copyOf(volumes);
        interfaces = List.copyOf(interfaces);
        labels = Map.copyOf(labels);
    }

    /** Returns the same VDU with another number of instances. */
    public Vdu with(InstanceRange otherCount) {
        return new Vdu(
                id,
                name,
                compute,
                volumes,
                image,
                day0,
                interfaces,
                otherCount,
                placement,
                function,
                labels);
    }

    /** Starts a builder of a machine of this size. */
    public static VduBuilder builder(String id, ComputeSpec compute) {
        return new VduBuilder(id).compute(compute);
    }
}

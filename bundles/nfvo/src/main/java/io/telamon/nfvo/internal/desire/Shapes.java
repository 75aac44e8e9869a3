/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.desire;

import io.telamon.errors.ErrorCode;
import io.telamon.model.descriptor.ComputeSpec;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.instance.VnfInstance;
import io.telamon.model.resource.FlavorSpec;
import io.telamon.northbound.api.NsChange;
import java.util.Map;
import java.util.TreeMap;

/**
 * Shapes of servers: what the descriptor says, changed by the parameters {@code
 * vnf/<member>/vdu/<vdu>/vcpus}, {@code .../memory-mb} and {@code .../disk-gb}.
 */
public final class Shapes {
    /** Shapes of the flavor names every OpenStack had; vcpus, MiB, GiB. */
    private static final Map<String, int[]> KNOWN_FLAVORS =
            Map.of(
                    "m1.tiny", new int[] {1, 512, 1},
                    "m1.small", new int[] {1, 2_048, 20},
                    "m1.medium", new int[] {2, 4_096, 40},
                    "m1.large", new int[] {4, 8_192, 80},
                    "m1.xlarge", new int[] {8, 16_384, 160});

    private static final String VCPUS = "vcpus";
    private static final String MEMORY = "memory-mb";
    private static final String DISK = "disk-gb";

    private final ServicePicture service;
    private final Desires desires;

    Shapes(ServicePicture service, Desires desires) {
        this.service = service;
        this.desires = desires;
    }

    /** The parameters that a resize stands for. */
    public static Map<String, String> parameters(NsChange.Resize resize) {
        Map<String, String> parameters = new TreeMap<>();
        put(parameters, resize, VCPUS, resize.vcpus());
        put(parameters, resize, MEMORY, resize.memoryMb());
        put(parameters, resize, DISK, resize.diskGb());
        return parameters;
    }

    private static void put(
            Map<String, String> parameters, NsChange.Resize resize, String name, int size) {
        if (size != 0) {
            parameters.put(
                    parameter(resize.memberIndex(), resize.vdu(), name), Integer.toString(size));
        }
    }

    /** The shape of a VDU's servers. */
    FlavorSpec of(VnfInstance vnf, Vdu vdu) {
        FlavorSpec base = described(vnf, vdu);
        return FlavorSpec.named(
                size(vnf, vdu, VCPUS, base.vcpus()),
                size(vnf, vdu, MEMORY, base.memoryMb()),
                size(vnf, vdu, DISK, base.diskGb()),
                base.extraSpecs());
    }

    private static String parameter(String memberIndex, String vdu, String name) {
        return "vnf/" + memberIndex + "/vdu/" + vdu + "/" + name;
    }

    private int size(VnfInstance vnf, Vdu vdu, String name, int described) {
        String parameter = parameter(vnf.memberIndex(), vdu.id(), name);
        String text = service.parameter(parameter).orElse("");
        if (text.isEmpty()) {
            return described;
        }
        if (!text.matches("[1-9][0-9]{0,8}")) {
            desires.refuse(
                    ErrorCode.INVALID_ARGUMENT,
                    "The parameter %s must be a number from 1 on, not %s",
                    parameter,
                    text);
            return described;
        }
        return Integer.parseInt(text);
    }

    private FlavorSpec described(VnfInstance vnf, Vdu vdu) {
        ComputeSpec compute = vdu.compute();
        return compute.flavourName().isPresent() && compute.vcpus() == 0
                ? named(vnf, vdu, compute.flavourName().get())
                : FlavorSpec.named(
                        Math.max(1, compute.vcpus()),
                        (int) Math.max(1, compute.memoryMb()),
                        (int) compute.diskGb(),
                        compute.extras());
    }

    private FlavorSpec named(VnfInstance vnf, Vdu vdu, String name) {
        int[] shape = KNOWN_FLAVORS.get(name);
        if (shape == null) {
            desires.refuse(
                    ErrorCode.NO_PLACEMENT,
                    "VDU %s of member %s wants the flavor %s, whose size is not known",
                    vdu.id(),
                    vnf.memberIndex(),
                    name);
            return FlavorSpec.named(1, 1, 0, Map.of());
        }
        return FlavorSpec.named(shape[0], shape[1], shape[2], vdu.compute().extras());
    }
}

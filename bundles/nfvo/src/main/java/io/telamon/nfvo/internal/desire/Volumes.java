/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.desire;

import io.telamon.errors.ErrorCode;
import io.telamon.model.LaneId;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VolumeKind;
import io.telamon.model.descriptor.VolumeSpec;
import io.telamon.model.instance.VnfInstance;
import io.telamon.model.resource.BlockVolumeSpec;
import io.telamon.model.resource.ServerSpec;
import io.telamon.model.resource.Value;
import io.telamon.nfvo.internal.plan.Desired;
import io.telamon.vim.spi.VimAbility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The volumes of servers: one for each persistent disk of a VDU. A server boots from the first
 * whose image is the VDU's, or from the first with an image when the VDU has none.
 */
final class Volumes {
    private final ServicePicture service;
    private final Clouds clouds;
    private final Desires desires;
    private final MachineImages images;

    Volumes(ServicePicture service, Clouds clouds, Desires desires, MachineImages images) {
        this.service = service;
        this.clouds = clouds;
        this.desires = desires;
        this.images = images;
    }

    /** True when the servers of a VDU boot from a volume. */
    boolean boots(VnfInstance vnf, Vdu vdu) {
        return boot(vnf, vdu).isPresent();
    }

    private Optional<VolumeSpec> boot(VnfInstance vnf, Vdu vdu) {
        String image = images.name(vnf, vdu);
        return wanted(vdu).stream()
                .filter(
                        disk ->
                                disk.image()
                                        .filter(own -> image.isEmpty() || own.equals(image))
                                        .isPresent())
                .findFirst();
    }

    private List<VolumeSpec> wanted(Vdu vdu) {
        return service.parameter("volumes").filter("skip"::equals).isPresent()
                ? List.of()
                : vdu.volumes().stream()
                        .filter(disk -> disk.kind() == VolumeKind.PERSISTENT)
                        .toList();
    }

    /** The volumes of one server; what the cloud cannot have is refused. */
    List<ServerSpec.Disk> of(VnfInstance vnf, Vdu vdu, int number) {
        LaneId lane = LaneId.of(vnf.vim());
        List<VolumeSpec> wanted = wanted(vdu);
        if (wanted.isEmpty() || clouds.inventory(lane).isEmpty()) {
            return List.of();
        }
        if (!clouds.can(lane, VimAbility.VOLUME)) {
            desires.refuse(
                    ErrorCode.UNSUPPORTED,
                    "Account %s does not offer volumes (%s), wanted by VDU %s of member %s;"
                            + " volumes=skip goes without",
                    clouds.name(lane),
                    VimAbility.VOLUME,
                    vdu.id(),
                    vnf.memberIndex());
            return List.of();
        }
        Optional<VolumeSpec> boot = boot(vnf, vdu);
        String server = ServerKeys.of(vnf.memberIndex(), vdu.id(), number);
        List<ServerSpec.Disk> disks = new ArrayList<>();
        for (VolumeSpec disk : wanted) {
            String key = server + "/volume/" + disk.id();
            Value image =
                    disk.image()
                            .map(name -> images.of(vnf, vdu, name))
                            .orElseGet(() -> Value.of(""));
            desires.add(
                    Desired.own(
                            key,
                            lane,
                            new BlockVolumeSpec(
                                    key.replace('/', '-'),
                                    Math.max(1, disk.sizeGb()),
                                    image,
                                    vdu.placement().zone().orElse(""))));
            disks.add(new ServerSpec.Disk(Value.ref(key), boot.filter(disk::equals).isPresent()));
        }
        return disks;
    }
}

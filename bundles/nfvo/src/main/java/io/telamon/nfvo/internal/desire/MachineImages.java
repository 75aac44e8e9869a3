/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.desire;

import io.telamon.catalog.api.Catalog;
import io.telamon.errors.ErrorCode;
import io.telamon.model.LaneId;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.Inventory;
import io.telamon.model.instance.VnfInstance;
import io.telamon.model.resource.ImageSpec;
import io.telamon.model.resource.Value;
import io.telamon.nfvo.internal.plan.Desired;
import io.telamon.vim.spi.VimAbility;
import java.util.Optional;

/** The images that servers and volumes start from. */
final class MachineImages {
    private final ServicePicture service;
    private final Clouds clouds;
    private final Desires desires;

    MachineImages(ServicePicture service, Clouds clouds, Desires desires) {
        this.service = service;
        this.clouds = clouds;
        this.desires = desires;
    }

    /** Name of a VDU's image on the cloud of its VNF; empty when it has none. */
    String name(VnfInstance vnf, Vdu vdu) {
        Account account = clouds.accounts().get(LaneId.of(vnf.vim()));
        return vdu.image()
                .map(known -> known.nameFor(account == null ? "" : account.type()))
                .orElse("");
    }

    /** The image of this name: there already, or uploaded; what is in neither place is refused. */
    Value of(VnfInstance vnf, Vdu vdu, String name) {
        LaneId lane = LaneId.of(vnf.vim());
        Optional<Inventory> inventory = clouds.inventory(lane);
        if (inventory.isEmpty()) {
            desires.refuse(clouds.silence(lane));
            return Value.of("");
        }
        // First what the package brings: once uploaded it also has its name in the inventory.
        Optional<Catalog.ImageFile> brought =
                service.images()
                        .find(vnf.vnfPackage(), name)
                        .filter(file -> clouds.can(lane, VimAbility.IMAGE_UPLOAD));
        Optional<String> there = inventory.flatMap(seen -> seen.image(name));
        if (brought.isEmpty()) {
            if (there.isPresent()) {
                return Value.of(there.get());
            }
            desires.refuse(
                    ErrorCode.NO_PLACEMENT,
                    "Image %s, wanted by VDU %s of member %s, is neither on account %s nor in the"
                            + " package",
                    name,
                    vdu.id(),
                    vnf.memberIndex(),
                    clouds.name(lane));
            return Value.of("");
        }
        ImageSpec spec =
                new ImageSpec(
                        name,
                        brought.get().diskFormat(),
                        brought.get().sha256(),
                        brought.get().ref(),
                        (int) vdu.compute().diskGb());
        String key = "image/" + brought.get().sha256();
        desires.add(Desired.shared(key, lane, spec));
        return Value.ref(key);
    }
}

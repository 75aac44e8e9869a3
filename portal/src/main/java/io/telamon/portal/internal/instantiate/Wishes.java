/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instantiate;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.NsInstanceId;
import io.telamon.model.PackageId;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.VirtualLink;
import io.telamon.model.descriptor.VnfMember;
import io.telamon.northbound.api.CatalogFacade;
import io.telamon.northbound.api.NsFacade;
import io.telamon.northbound.api.OperationView;
import io.telamon.northbound.api.PlanPreview;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;
import java.util.ArrayList;
import java.util.List;

/** What the instantiate page asks of facades. */
final class Wishes {
    /** What a service lets a person choose: where each member goes, and known parameters. */
    record Service(List<String> members, List<String> parameters) {}

    private Wishes() {}

    static Service service(String packageId) {
        if (packageId.isEmpty()) {
            return new Service(List.of(), List.of());
        }
        try {
            NsDescriptor nsd =
                    Facades.call(
                            CatalogFacade.class,
                            catalog -> catalog.nsd(SignedIn.me(), new PackageId(packageId)));
            List<String> parameters = new ArrayList<>();
            for (VirtualLink link : nsd.virtualLinks()) {
                parameters.add("vld/" + link.id() + "/vim-network-name");
            }
            return new Service(
                    nsd.members().stream().map(VnfMember::memberIndex).toList(), parameters);
        } catch (TelamonException unknown) {
            if (unknown.code() == ErrorCode.UNAVAILABLE) {
                throw unknown;
            }
            return new Service(List.of(), List.of()); // the dry run will name the members
        }
    }

    static PlanPreview preview(Draft draft) {
        return Facades.call(
                NsFacade.class,
                ns ->
                        draft.instance().isEmpty()
                                ? ns.previewNew(
                                        SignedIn.me(),
                                        draft.name(),
                                        new PackageId(draft.service()),
                                        draft.wish())
                                : ns.preview(
                                        SignedIn.me(),
                                        new NsInstanceId(draft.instance()),
                                        draft.wish()));
    }

    static OperationView accept(Draft draft) {
        return Facades.call(
                NsFacade.class,
                ns ->
                        draft.instance().isEmpty()
                                ? ns.changeNew(
                                        SignedIn.me(),
                                        draft.name(),
                                        draft.description(),
                                        new PackageId(draft.service()),
                                        draft.wish())
                                : ns.change(
                                        SignedIn.me(),
                                        new NsInstanceId(draft.instance()),
                                        draft.wish()));
    }
}

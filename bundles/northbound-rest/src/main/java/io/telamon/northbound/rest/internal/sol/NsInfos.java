/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.sol;

import io.telamon.errors.TelamonException;
import io.telamon.model.NsInstanceId;
import io.telamon.model.descriptor.DescriptorInfo;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.NsState;
import io.telamon.model.instance.VnfInstance;
import io.telamon.model.resource.Resource;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.CatalogFacade;
import io.telamon.northbound.api.NsFacade;
import io.telamon.northbound.api.NsView;
import io.telamon.northbound.api.ResourceView;
import io.telamon.northbound.rest.internal.Facades;
import io.telamon.northbound.rest.internal.http.Calls;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** Makes {@link NsInstanceInfo}s. */
final class NsInfos {
    private final Facades facades;
    private final Caller caller;
    private final UriInfo uri;

    NsInfos(Facades facades, Caller caller, UriInfo uri) {
        this.facades = facades;
        this.caller = caller;
        this.uri = uri;
    }

    /** Without its VNFs. */
    NsInstanceInfo brief(NsView view) {
        return info(view.instance(), null);
    }

    /** With its VNFs and their machines. */
    NsInstanceInfo full(NsView view) {
        NsInstance ns = view.instance();
        List<ResourceView> resources =
                ns.topology().vnfs().isEmpty()
                        ? List.of()
                        : facades.get(NsFacade.class).resources(caller, ns.id());
        return info(ns, ns.topology().vnfs().stream().map(vnf -> vnf(ns, vnf, resources)).toList());
    }

    private NsInstanceInfo info(NsInstance ns, List<NsInstanceInfo.VnfInstanceInfo> vnfs) {
        return new NsInstanceInfo(
                ns.id().value(),
                ns.name(),
                ns.description(),
                nsdId(ns),
                ns.nsd().value(),
                vnfs,
                ns.topology().nested().values().stream().map(NsInstanceId::value).toList(),
                isUp(ns) ? "INSTANTIATED" : "NOT_INSTANTIATED",
                links(ns));
    }

    private NsInstanceInfo.Links links(NsInstance ns) {
        String self = "/nslcm/v1/ns_instances/" + ns.id();
        boolean up = isUp(ns);
        return new NsInstanceInfo.Links(
                link(self),
                up ? null : link(self + "/instantiate"),
                up ? link(self + "/terminate") : null,
                up ? link(self + "/scale") : null,
                up ? link(self + "/heal") : null);
    }

    private Link link(String path) {
        return new Link(Calls.href(uri, path));
    }

    /** The standard knows two states only; while the first operation runs, nothing is up. */
    private static boolean isUp(NsInstance ns) {
        return ns.state() != NsState.NOT_INSTANTIATED && ns.state() != NsState.INSTANTIATING;
    }

    private String nsdId(NsInstance ns) {
        try {
            return facades.get(CatalogFacade.class).get(caller, ns.nsd()).name().descriptorId();
        } catch (TelamonException unknown) {
            // the record stays readable while the catalog is away
            return ns.nsd().value();
        }
    }

    private NsInstanceInfo.VnfInstanceInfo vnf(
            NsInstance ns, VnfInstance vnf, List<ResourceView> resources) {
        VnfDescriptor vnfd = vnfd(vnf);
        boolean up = isUp(ns);
        return new NsInstanceInfo.VnfInstanceInfo(
                ns.id() + "_" + vnf.memberIndex(),
                ns.name() + "-" + vnf.memberIndex(),
                vnf.vnfdId(),
                vnfd.info().provider(),
                vnfd.info().name(),
                vnfd.softwareVersion(),
                vnfd.info().version(),
                vnf.vnfPackage().value(),
                vnf.vim() == null ? null : vnf.vim().value(),
                up ? "INSTANTIATED" : "NOT_INSTANTIATED",
                up ? instantiated(vnf, vnfd, resources) : null);
    }

    private static NsInstanceInfo.InstantiatedVnfInfo instantiated(
            VnfInstance vnf, VnfDescriptor vnfd, List<ResourceView> resources) {
        return new NsInstanceInfo.InstantiatedVnfInfo(
                vnfd.defaultFlavour().id(),
                "STARTED",
                vnf.levels().entrySet().stream()
                        .map(one -> new NsInstanceInfo.ScaleInfo(one.getKey(), one.getValue()))
                        .toList(),
                resources.stream()
                        .map(ResourceView::resource)
                        .filter(one -> one.key().startsWith("vnf/" + vnf.memberIndex() + "/vdu/"))
                        .filter(one -> "server".equals(one.spec().kind()))
                        .map(NsInfos::machine)
                        .toList());
    }

    private static NsInstanceInfo.VnfcResourceInfo machine(Resource server) {
        String[] parts = server.key().split("/");
        return new NsInstanceInfo.VnfcResourceInfo(
                server.key(),
                parts.length > 3 ? parts[3] : "",
                new NsInstanceInfo.ResourceHandle(server.owner().lane().id(), server.handle()));
    }

    private VnfDescriptor vnfd(VnfInstance vnf) {
        try {
            return facades.get(CatalogFacade.class).vnfd(caller, vnf.vnfPackage());
        } catch (TelamonException unknown) {
            // the record stays readable while the catalog is away
            return VnfDescriptor.builder(DescriptorInfo.of(vnf.vnfdId(), "")).build();
        }
    }
}

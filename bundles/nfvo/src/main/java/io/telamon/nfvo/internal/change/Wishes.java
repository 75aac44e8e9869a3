/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.change;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.VimAccountId;
import io.telamon.model.descriptor.NestedNsMember;
import io.telamon.model.descriptor.VnfMember;
import io.telamon.model.instance.Topology;
import io.telamon.model.instance.VnfInstance;
import io.telamon.nfvo.internal.desire.Clouds;
import io.telamon.nfvo.internal.desire.ServicePicture;
import io.telamon.nfvo.internal.place.Placement;
import io.telamon.nfvo.internal.place.Room;
import io.telamon.nfvo.internal.place.Sizes;
import io.telamon.nfvo.internal.plan.Refusal;
import io.telamon.northbound.api.NsChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides what a change means for the topology of a service. Pure. */
final class Wishes {
    private Wishes() {}

    /** The wish a change stands for. */
    static Wish of(ServicePicture service, NsChange change, Clouds clouds, Room room) {
        if (change instanceof NsChange.Instantiate instantiate) {
            return instantiate(service, instantiate, clouds, room);
        }
        if (change instanceof NsChange.Scale scale) {
            return scale(service, scale);
        }
        if (change instanceof NsChange.Heal heal) {
            return new Wish(service, List.of(), renew(service, heal), false, List.of());
        }
        return new Wish(service, List.of(), Set.of(), true, List.of());
    }

    private static Wish instantiate(
            ServicePicture service, NsChange.Instantiate change, Clouds clouds, Room room) {
        List<Placement.Decision> decisions =
                new Placement(service.nsd(), service.vnfds(), change, clouds, room).decide();
        List<Refusal> refusals = new ArrayList<>();
        List<VnfInstance> members = new ArrayList<>();
        for (Placement.Decision decision : decisions) {
            String index = decision.memberIndex();
            if (decision.account() == null) {
                refusals.add(
                        new Refusal(
                                ErrorCode.NO_PLACEMENT,
                                "Member " + index + ": " + decision.reason()));
                continue;
            }
            VnfMember member = service.nsd().member(index).orElseThrow();
            clouds.inventory(decision.account())
                    .ifPresentOrElse(
                            seen -> {}, () -> refusals.add(clouds.silence(decision.account())));
            members.add(
                    new VnfInstance(
                            index,
                            member.vnfdId(),
                            service.packages().get(index),
                            new VimAccountId(decision.account().id()),
                            decision.reason(),
                            Sizes.initial(member, service.vnfds().get(index)),
                            Map.of()));
        }
        for (NestedNsMember nested : service.nsd().nestedMembers()) {
            if (!nested.connections().isEmpty()) {
                refusals.add(
                        new Refusal(
                                ErrorCode.UNSUPPORTED,
                                "Nested service "
                                        + nested.memberIndex()
                                        + " joins links of the outer service; only nested services"
                                        + " of their own networks can be run"));
            }
        }
        String drift = Topology.HEAL.equals(change.drift()) ? Topology.HEAL : Topology.REPORT;
        Topology topology =
                new Topology(members, change.parameters(), drift, service.topology().nested());
        return new Wish(service.with(topology), decisions, Set.of(), false, refusals);
    }

    private static Wish scale(ServicePicture service, NsChange.Scale change) {
        Topology old = service.topology();
        VnfInstance vnf = member(service, change.memberIndex());
        VnfInstance next =
                Sizes.scaled(
                        vnf,
                        service.nsd().member(vnf.memberIndex()).orElseThrow(),
                        service.vnfds().get(vnf.memberIndex()),
                        change.aspect(),
                        change.steps());
        List<VnfInstance> members =
                old.vnfs().stream().map(known -> known == vnf ? next : known).toList();
        Topology topology = new Topology(members, old.parameters(), old.drift(), old.nested());
        return new Wish(service.with(topology), List.of(), Set.of(), false, List.of());
    }

    private static Set<String> renew(ServicePicture service, NsChange.Heal heal) {
        if (!heal.memberIndex().isEmpty()) {
            member(service, heal.memberIndex());
        }
        return heal.resourceKey().isEmpty() ? Set.of() : Set.of(heal.resourceKey());
    }

    private static VnfInstance member(ServicePicture service, String index) {
        return service.topology()
                .vnf(index)
                .orElseThrow(
                        () ->
                                new TelamonException(
                                        ErrorCode.INVALID_ARGUMENT,
                                        "The service has no member %s, only %s",
                                        index,
                                        service.topology().vnfs().stream()
                                                .map(VnfInstance::memberIndex)
                                                .toList()));
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.change;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.LaneId;
import io.telamon.model.VimAccountId;
import io.telamon.model.descriptor.NestedNsMember;
import io.telamon.model.descriptor.VnfMember;
import io.telamon.model.instance.Topology;
import io.telamon.model.instance.VnfInstance;
import io.telamon.nfvo.internal.desire.Clouds;
import io.telamon.nfvo.internal.desire.ServicePicture;
import io.telamon.nfvo.internal.desire.Shapes;
import io.telamon.nfvo.internal.place.Placement;
import io.telamon.nfvo.internal.place.Room;
import io.telamon.nfvo.internal.place.Sizes;
import io.telamon.nfvo.internal.plan.Refusal;
import io.telamon.northbound.api.NsChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        if (change instanceof NsChange.Resize resize) {
            return resize(service, resize);
        }
        if (change instanceof NsChange.Adjust adjust) {
            return adjust(service, adjust);
        }
        if (change instanceof NsChange.Migrate migrate) {
            return migrate(service, migrate, clouds);
        }
        if (change instanceof NsChange.Heal heal) {
            return new Meant(service, heal.memberIndex(), heal.resourceKey()).heal(heal, clouds);
        }
        if (change instanceof NsChange.Operate operate) {
            return new Meant(service, operate.memberIndex(), operate.resourceKey())
                    .operate(operate, clouds);
        }
        return Wish.nothing();
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
        return Wish.of(service.with(topology)).placed(decisions, refusals);
    }

    private static Wish scale(ServicePicture service, NsChange.Scale change) {
        VnfInstance vnf = Meant.member(service, change.memberIndex());
        VnfInstance next =
                Sizes.scaled(
                        vnf,
                        service.nsd().member(vnf.memberIndex()).orElseThrow(),
                        service.vnfds().get(vnf.memberIndex()),
                        change.aspect(),
                        change.steps());
        return Wish.of(service.with(service.topology().with(next)));
    }

    private static Wish resize(ServicePicture service, NsChange.Resize change) {
        VnfInstance vnf = Meant.member(service, change.memberIndex());
        if (!vnf.counts().containsKey(change.vdu())) {
            throw new TelamonException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Member %s has no VDU %s, only %s",
                    vnf.memberIndex(),
                    change.vdu(),
                    vnf.counts().keySet());
        }
        Map<String, String> sizes = Shapes.parameters(change);
        if (sizes.isEmpty()) {
            throw new TelamonException(
                    ErrorCode.INVALID_ARGUMENT,
                    "A resize needs a number of vCPUs, a memory or a disk size");
        }
        return Wish.of(service.with(service.topology().withParameters(sizes)));
    }

    private static Wish adjust(ServicePicture service, NsChange.Adjust change) {
        if (change.parameters().isEmpty()) {
            throw new TelamonException(
                    ErrorCode.INVALID_ARGUMENT, "Name at least one parameter and its value");
        }
        return Wish.of(service.with(service.topology().withParameters(change.parameters())));
    }

    private static Wish migrate(ServicePicture service, NsChange.Migrate change, Clouds clouds) {
        Topology topology = service.topology();
        LaneId target =
                clouds.vim(change.vim())
                        .orElseThrow(
                                () ->
                                        new TelamonException(
                                                ErrorCode.NO_PLACEMENT,
                                                "There is no VIM account %s",
                                                change.vim()));
        List<Placement.Decision> decisions = new ArrayList<>();
        for (VnfInstance vnf : Meant.members(service, change.memberIndex())) {
            if (!LaneId.of(vnf.vim()).equals(target)) {
                String why = "moved from " + clouds.name(LaneId.of(vnf.vim())) + " by request";
                decisions.add(new Placement.Decision(vnf.memberIndex(), target, why));
                topology = topology.with(vnf.movedTo(new VimAccountId(target.id()), why));
            }
        }
        List<Refusal> refusals = new ArrayList<>();
        if (decisions.isEmpty()) {
            refusals.add(
                    new Refusal(
                            ErrorCode.INVALID_ARGUMENT,
                            "Everything that shall move is on " + clouds.name(target)));
        } else if (clouds.inventory(target).isEmpty()) {
            refusals.add(clouds.silence(target));
        }
        return Wish.of(service.with(topology)).placed(decisions, refusals);
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.List;
import java.util.Optional;

/**
 * A network service: its members, the links between them, and how they depend on each other (SOL006
 * {@code nsd}, SOL001 {@code tosca.nodes.nfv.NS}, OSM {@code nsd:nsd}, Open Baton NSD).
 *
 * @param info identity
 * @param members VNFs of the default flavour ({@code vnf-profile}, {@code constituent-vnfd})
 * @param pnfMembers physical functions ({@code pnf-profile})
 * @param nestedMembers nested services ({@code ns-profile})
 * @param virtualLinks links of the service ({@code virtual-link-desc}, {@code vld})
 * @param saps service access points ({@code sapd})
 * @param forwardingGraphs graphs ({@code vnffgd})
 * @param dependencies order of start and parameters handed on ({@code vnf_dependency}, {@code
 *     dependencies})
 * @param scalingAspects aspects whose deltas count members, keyed by member index
 * @param monitoringParameters what is to be measured
 * @param placementGroups affinity between members
 * @param configuration day-1/2 primitives of the service itself
 */
public record NsDescriptor(
        DescriptorInfo info,
        List<VnfMember> members,
        List<PnfMember> pnfMembers,
        List<NestedNsMember> nestedMembers,
        List<VirtualLink> virtualLinks,
        List<ServiceAccessPoint> saps,
        List<ForwardingGraph> forwardingGraphs,
        List<MemberDependency> dependencies,
        List<ScalingAspect> scalingAspects,
        List<MonitoringParameter> monitoringParameters,
        List<PlacementGroup> placementGroups,
        Optional<DayConfiguration> configuration) {
    /** Copies the lists. */
    public NsDescriptor {
        members = List.copyOf(members);
        pnfMembers = List.copyOf(pnfMembers);
        nestedMembers = List.copyOf(nestedMembers);
        virtualLinks = List.copyOf(virtualLinks);
        saps = List.copyOf(saps);
        forwardingGraphs = List.copyOf(forwardingGraphs);
        dependencies = List.copyOf(dependencies);
        scalingAspects = List.copyOf(scalingAspects);
        monitoringParameters = List.copyOf(monitoringParameters);
        placementGroups = List.copyOf(placementGroups);
    }

    /** Returns the descriptor's id. */
    public String id() {
        return info.id();
    }

    /** Returns the member with this index. */
    public Optional<VnfMember> member(String memberIndex) {
        return members.stream().filter(m -> m.memberIndex().equals(memberIndex)).findFirst();
    }

    /** Returns the link with this id. */
    public Optional<VirtualLink> virtualLink(String linkId) {
        return virtualLinks.stream().filter(l -> l.id().equals(linkId)).findFirst();
    }

    /** Starts a builder whose lists are all empty. */
    public static NsDescriptorBuilder builder(DescriptorInfo info) {
        return new NsDescriptorBuilder(info);
    }
}

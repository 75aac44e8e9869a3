/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.List;
import java.util.Optional;

/** Gathers the parts of an {@link NsDescriptor}. Not safe for several threads. */
public final class NsDescriptorBuilder {
    private final DescriptorInfo info;
    private List<VnfMember> members = List.of();
    private List<PnfMember> pnfMembers = List.of();
    private List<NestedNsMember> nestedMembers = List.of();
    private List<VirtualLink> virtualLinks = List.of();
    private List<ServiceAccessPoint> saps = List.of();
    private List<ForwardingGraph> forwardingGraphs = List.of();
    private List<MemberDependency> dependencies = List.of();
    private List<ScalingAspect> scalingAspects = List.of();
    private List<MonitoringParameter> monitoringParameters = List.of();
    private List<PlacementGroup> placementGroups = List.of();
    private Optional<DayConfiguration> configuration = Optional.empty();

    NsDescriptorBuilder(DescriptorInfo info) {
        this.info = info;
    }

    /** Sets members; see {@link NsDescriptor#members()}. */
    public NsDescriptorBuilder members(List<VnfMember> value) {
        this.members = value;
        return this;
    }

    /** Sets pnfMembers; see {@link NsDescriptor#pnfMembers()}. */
    public NsDescriptorBuilder pnfMembers(List<PnfMember> value) {
        this.pnfMembers = value;
        return this;
    }

    /** Sets nestedMembers; see {@link NsDescriptor#nestedMembers()}. */
    public NsDescriptorBuilder nestedMembers(List<NestedNsMember> value) {
        this.nestedMembers = value;
        return this;
    }

    /** Sets virtualLinks; see {@link NsDescriptor#virtualLinks()}. */
    public NsDescriptorBuilder virtualLinks(List<VirtualLink> value) {
        this.virtualLinks = value;
        return this;
    }

    /** Sets saps; see {@link NsDescriptor#saps()}. */
    public NsDescriptorBuilder saps(List<ServiceAccessPoint> value) {
        this.saps = value;
        return this;
    }

    /** Sets forwardingGraphs; see {@link NsDescriptor#forwardingGraphs()}. */
    public NsDescriptorBuilder forwardingGraphs(List<ForwardingGraph> value) {
        this.forwardingGraphs = value;
        return this;
    }

    /** Sets dependencies; see {@link NsDescriptor#dependencies()}. */
    public NsDescriptorBuilder dependencies(List<MemberDependency> value) {
        this.dependencies = value;
        return this;
    }

    /** Sets scalingAspects; see {@link NsDescriptor#scalingAspects()}. */
    public NsDescriptorBuilder scalingAspects(List<ScalingAspect> value) {
        this.scalingAspects = value;
        return this;
    }

    /** Sets monitoringParameters; see {@link NsDescriptor#monitoringParameters()}. */
    public NsDescriptorBuilder monitoringParameters(List<MonitoringParameter> value) {
        this.monitoringParameters = value;
        return this;
    }

    /** Sets placementGroups; see {@link NsDescriptor#placementGroups()}. */
    public NsDescriptorBuilder placementGroups(List<PlacementGroup> value) {
        this.placementGroups = value;
        return this;
    }

    /** Sets configuration; see {@link NsDescriptor#configuration()}. */
    public NsDescriptorBuilder configuration(DayConfiguration value) {
        this.configuration = Optional.of(value);
        return this;
    }

    /** Returns the finished record. */
    public NsDescriptor build() {
        return new NsDescriptor(
                info,
                members,
                pnfMembers,
                nestedMembers,
                virtualLinks,
                saps,
                forwardingGraphs,
                dependencies,
                scalingAspects,
                monitoringParameters,
                placementGroups,
                configuration);
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.List;
import java.util.Optional;

/** Gathers the parts of a {@link VnfDescriptor}. Not safe for several threads. */
public final class VnfDescriptorBuilder {
    private final DescriptorInfo info;
    private String softwareVersion = "";
    private VnfManagement management = VnfManagement.none();
    private List<Vdu> vdus = List.of();
    private List<VirtualLink> virtualLinks = List.of();
    private List<ConnectionPoint> connectionPoints = List.of();
    private List<DeploymentFlavour> flavours = List.of();
    private List<Kdu> kdus = List.of();
    private VnfBehaviour behaviour = VnfBehaviour.none();
    private List<PlacementGroup> placementGroups = List.of();
    private List<MemberDependency> vduDependencies = List.of();
    private List<SecurityRule> securityRules = List.of();

    VnfDescriptorBuilder(DescriptorInfo info) {
        this.info = info;
    }

    /** Sets softwareVersion; see {@link VnfDescriptor#softwareVersion()}. */
    public VnfDescriptorBuilder softwareVersion(String value) {
        this.softwareVersion = value;
        return this;
    }

    /** Sets management; see {@link VnfDescriptor#management()}. */
    public VnfDescriptorBuilder management(VnfManagement value) {
        this.management = value;
        return this;
    }

    /** Sets vdus; see {@link VnfDescriptor#vdus()}. */
    public VnfDescriptorBuilder vdus(List<Vdu> value) {
        this.vdus = value;
        return this;
    }

    /** Sets virtualLinks; see {@link VnfDescriptor#virtualLinks()}. */
    public VnfDescriptorBuilder virtualLinks(List<VirtualLink> value) {
        this.virtualLinks = value;
        return this;
    }

    /** Sets connectionPoints; see {@link VnfDescriptor#connectionPoints()}. */
    public VnfDescriptorBuilder connectionPoints(List<ConnectionPoint> value) {
        this.connectionPoints = value;
        return this;
    }

    /** Sets flavours; see {@link VnfDescriptor#flavours()}. */
    public VnfDescriptorBuilder flavours(List<DeploymentFlavour> value) {
        this.flavours = value;
        return this;
    }

    /** Sets kdus; see {@link VnfDescriptor#kdus()}. */
    public VnfDescriptorBuilder kdus(List<Kdu> value) {
        this.kdus = value;
        return this;
    }

    /** Sets behaviour; see {@link VnfDescriptor#behaviour()}. */
    public VnfDescriptorBuilder behaviour(VnfBehaviour value) {
        this.behaviour = value;
        return this;
    }

    /** Sets placementGroups; see {@link VnfDescriptor#placementGroups()}. */
    public VnfDescriptorBuilder placementGroups(List<PlacementGroup> value) {
        this.placementGroups = value;
        return this;
    }

    /** Sets vduDependencies; see {@link VnfDescriptor#vduDependencies()}. */
    public VnfDescriptorBuilder vduDependencies(List<MemberDependency> value) {
        this.vduDependencies = value;
        return this;
    }

    /** Sets securityRules; see {@link VnfDescriptor#securityRules()}. */
    public VnfDescriptorBuilder securityRules(List<SecurityRule> value) {
        this.securityRules = value;
        return this;
    }

    /** Returns the finished record. */
    public VnfDescriptor build() {
        return new VnfDescriptor(
                info,
                softwareVersion,
                management,
                vdus,
                virtualLinks,
                connectionPoints,
                flavours,
                kdus,
                behaviour,
                placementGroups,
                vduDependencies,
                securityRules,
                Optional.empty());
    }
}

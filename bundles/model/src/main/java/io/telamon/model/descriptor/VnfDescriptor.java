/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.List;
import java.util.Optional;

/**
 * A virtual network function: its VDUs, links between them and what it shows outside (SOL006 {@code
 * vnfd}, SOL001 {@code tosca.nodes.nfv.VNF}, OSM {@code vnfd:vnfd}, Open Baton VNFD).
 *
 * @param info identity; name is the product name
 * @param softwareVersion version of the software inside, empty when not said
 * @param management where it is managed
 * @param vdus virtual deployment units
 * @param virtualLinks internal links
 * @param connectionPoints external connection points
 * @param flavours deployment flavours, never empty; the first is the default
 * @param kdus Kubernetes units
 * @param behaviour what runs in it and reacts: scripts, primitives, monitoring, healing
 * @param placementGroups affinity between VDUs
 * @param vduDependencies order of start between VDUs
 * @param securityRules which packets may pass its connection points
 * @param stack template that makes the VNF as a whole, instead of its VDUs
 */
public record VnfDescriptor(
        DescriptorInfo info,
        String softwareVersion,
        VnfManagement management,
        List<Vdu> vdus,
        List<VirtualLink> virtualLinks,
        List<ConnectionPoint> connectionPoints,
        List<DeploymentFlavour> flavours,
        List<Kdu> kdus,
        VnfBehaviour behaviour,
        List<PlacementGroup> placementGroups,
        List<MemberDependency> vduDependencies,
        List<SecurityRule> securityRules,
        Optional<StackTemplate> stack) {
    /** Copies the lists; without a flavour there is one named default. */
    public VnfDescriptor {
        vdus = List.copyOf(vdus);
        virtualLinks = List.copyOf(virtualLinks);
        connectionPoints = List.copyOf(connectionPoints);
        flavours =
                flavours.isEmpty()
                        ? List.of(DeploymentFlavour.plain("default"))
                        : List.copyOf(flavours);
        kdus = List.copyOf(kdus);
        placementGroups = List.copyOf(placementGroups);
        vduDependencies = List.copyOf(vduDependencies);
        securityRules = securityRules == null ? List.of() : List.copyOf(securityRules);
    }

    /** Returns the same VNF, made by a template. */
    public VnfDescriptor with(StackTemplate template) {
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
                Optional.of(template));
    }

    /** Returns the descriptor's id. */
    public String id() {
        return info.id();
    }

    /** Returns the VDU with this id. */
    public Optional<Vdu> vdu(String vduId) {
        return vdus.stream().filter(v -> v.id().equals(vduId)).findFirst();
    }

    /** Returns the security rule with this id. */
    public Optional<SecurityRule> securityRule(String ruleId) {
        return securityRules.stream().filter(r -> r.id().equals(ruleId)).findFirst();
    }

    /** Returns the external connection point with this id. */
    public Optional<ConnectionPoint> connectionPoint(String connectionPointId) {
        return connectionPoints.stream().filter(c -> c.id().equals(connectionPointId)).findFirst();
    }

    /** Returns the flavour that a deployment uses when it names none. */
    public DeploymentFlavour defaultFlavour() {
        return flavours.get(0);
    }

    /** Returns the flavour of this id. */
    public Optional<DeploymentFlavour> flavour(String flavourId) {
        return flavours.stream().filter(f -> f.id().equals(flavourId)).findFirst();
    }

    /** Returns the scaling aspects of the default flavour. */
    public List<ScalingAspect> scalingAspects() {
        return defaultFlavour().scalingAspects();
    }

    /**
     * Returns how many instances of a VDU there may be in a flavour: what the flavour says, else
     * what the VDU says.
     */
    public InstanceRange range(Vdu vdu, DeploymentFlavour flavour) {
        return flavour.ranges().getOrDefault(vdu.id(), vdu.count());
    }

    /**
     * Returns how many instances of a VDU start.
     *
     * @param vdu one of {@link #vdus()}
     * @param flavour one of {@link #flavours()}
     * @param level instantiation level, the flavour's default when absent
     */
    public int initialCount(Vdu vdu, DeploymentFlavour flavour, Optional<String> level) {
        return level.or(flavour::defaultLevel)
                .flatMap(flavour::level)
                .map(l -> l.vduCounts().get(vdu.id()))
                .orElseGet(() -> range(vdu, flavour).initial());
    }

    /** Tells whether a VDU is a function of a serverless platform instead of a machine. */
    public boolean serverless() {
        return vdus.stream().anyMatch(v -> v.function().isPresent());
    }

    /** Starts a builder whose lists are all empty. */
    public static VnfDescriptorBuilder builder(DescriptorInfo info) {
        return new VnfDescriptorBuilder(info);
    }
}

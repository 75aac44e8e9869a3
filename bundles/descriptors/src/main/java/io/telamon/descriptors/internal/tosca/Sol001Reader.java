/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import io.telamon.catalog.api.DescriptorLanguage;
import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.LanguageReader;
import io.telamon.descriptors.internal.read.Values;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.ConnectionPoint;
import io.telamon.model.descriptor.PnfDescriptor;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads SOL001 service templates: a VNFD, an NSD or a PNFD, in one file or as the entry of a CSAR
 * with its imports. Knows the standard's types by name and derived types by their derivation.
 */
public final class Sol001Reader implements LanguageReader {
    @Override
    public DescriptorLanguage language() {
        return DescriptorLanguage.SOL001;
    }

    @Override
    public boolean speaks(MapNode document) {
        return document.keys().contains("tosca_definitions_version")
                && document.has("topology_template");
    }

    @Override
    public void read(MapNode document, Draft draft) {
        var definitions = new Definitions(document, draft);
        var topologies = definitions.topologies();
        boolean service = any(topologies, definitions, "NS", "NsVirtualLink");
        boolean function = any(topologies, definitions, "VNF", "Vdu.Compute");
        if (service) {
            draft.service(new Sol001Ns(definitions, topologies, draft).read());
        } else if (function) {
            draft.function(new Sol001Vnf(definitions, topologies, draft).read());
        } else if (any(topologies, definitions, "PNF", "PnfExtCp")) {
            draft.physical(pnf(definitions, topologies, draft));
        } else {
            document.error(
                    "DESCRIPTOR_MISSING",
                    "The template describes no NS, VNF or PNF of SOL001",
                    "Derive a node type from tosca.nodes.nfv.VNF, NS or PNF");
        }
    }

    private static boolean any(
            List<Topology> topologies, Definitions definitions, String... bases) {
        return topologies.stream()
                .anyMatch(
                        t ->
                                !t.of(bases).isEmpty()
                                        || t.substitutedType()
                                                .filter(s -> definitions.base(s).equals(bases[0]))
                                                .isPresent());
    }

    private static PnfDescriptor pnf(
            Definitions definitions, List<Topology> topologies, Draft draft) {
        var properties = new Facts(definitions, topologies, "PNF");
        var points = new ArrayList<ConnectionPoint>();
        for (Topology topology : topologies) {
            for (Template template : topology.of("PnfExtCp")) {
                draft.anchor("cp|" + template.name(), template.node());
                template.properties().ifPresent(MapNode::readAll);
                points.add(ConnectionPoint.bare(template.name()));
            }
        }
        var info =
                Values.info(
                        properties.required("descriptor_id"),
                        properties.textOr("name", ""),
                        properties.textOr("provider", ""),
                        properties.textOr("version", ""));
        String invariant = properties.textOr("descriptor_invariant_id", "");
        String function = properties.textOr("function_description", "");
        return new PnfDescriptor(Values.described(info, function, invariant), points);
    }
}

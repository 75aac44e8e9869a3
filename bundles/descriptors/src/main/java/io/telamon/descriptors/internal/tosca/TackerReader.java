/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import io.telamon.catalog.api.DescriptorLanguage;
import io.telamon.catalog.api.PackageKind;
import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.LanguageReader;
import io.telamon.descriptors.internal.read.Values;
import io.telamon.descriptors.internal.tree.Inputs;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.descriptors.internal.tree.ScalarNode;
import io.telamon.model.descriptor.DescriptorInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the TOSCA simple profile for NFV as Tacker understood it until 2024: VNFDs with {@code
 * VDU.Tacker} and forwarding graphs with {@code FP.Tacker}.
 */
public final class TackerReader implements LanguageReader {
    @Override
    public DescriptorLanguage language() {
        return DescriptorLanguage.TACKER;
    }

    @Override
    public boolean speaks(MapNode document) {
        return document.keys().contains("tosca_definitions_version")
                && types(document).anyMatch(TackerReader::tacker);
    }

    private static boolean tacker(String type) {
        return type.contains(".Tacker") || type.startsWith("tosca.nodes.nfv.FP");
    }

    private static Stream<String> types(MapNode document) {
        var nodes =
                document.get("topology_template")
                        .filter(MapNode.class::isInstance)
                        .flatMap(n -> ((MapNode) n).get("node_templates"));
        return nodes.filter(MapNode.class::isInstance)
                .map(n -> ((MapNode) n).entries().values().stream())
                .orElse(Stream.empty())
                .filter(MapNode.class::isInstance)
                .map(n -> ((MapNode) n).get("type"))
                .flatMap(Optional::stream)
                .filter(ScalarNode.class::isInstance)
                .map(n -> ((ScalarNode) n).text().orElse(""));
    }

    @Override
    public void read(MapNode document, Draft draft) {
        document.read();
        Inputs.resolve(document);
        document.known("tosca_definitions_version", "imports");
        boolean graph = types(document).anyMatch(t -> t.startsWith("tosca.nodes.nfv.FP"));
        if (graph) {
            draft.kind(PackageKind.VNFFG);
            draft.service(new TackerGraph(document, draft).read());
        } else {
            draft.function(new TackerVnf(document, draft).read());
        }
    }

    /** Tacker named templates on upload; the template's own name, or the file's, stands in. */
    static DescriptorInfo info(MapNode document) {
        var metadata = document.map("metadata");
        var topology = document.map("topology_template");
        var name = metadata.flatMap(m -> m.text("template_name"));
        String file = document.place().file();
        String base = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.ya?ml$", "");
        var info =
                Values.info(
                        name.orElse(base),
                        "",
                        metadata.flatMap(m -> m.text("template_author")).orElse(""),
                        metadata.flatMap(m -> m.text("template_version")).orElse(""));
        topology.ifPresent(t -> t.known("description"));
        return Values.described(info, document.textOr("description", ""), "");
    }

    static Map<String, Template> templates(MapNode document) {
        var result = new LinkedHashMap<String, Template>();
        document.map("topology_template")
                .flatMap(t -> t.map("node_templates"))
                .map(MapNode::mapEntries)
                .orElse(Map.of())
                .forEach(
                        (name, node) -> {
                            String type = node.required("type");
                            node.known("description");
                            String base = type.replaceFirst("^tosca\\.nodes\\.(nfv\\.)?", "");
                            base = base.replaceFirst("\\.Tacker(V2)?$", "");
                            result.put(name, new Template(name, type, base, node));
                        });
        return result;
    }
}

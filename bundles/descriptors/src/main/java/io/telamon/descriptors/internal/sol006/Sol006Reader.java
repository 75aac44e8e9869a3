/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.sol006;

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
 * Reads SOL006 documents as YAML or JSON, with what OSM adds to them from release 9 on. Wrappers
 * and YANG prefixes may be there or not. XML instance documents are not read.
 */
public final class Sol006Reader implements LanguageReader {
    private static final List<String> KINDS = List.of("vnfd", "nsd", "pnfd");

    @Override
    public DescriptorLanguage language() {
        return DescriptorLanguage.SOL006;
    }

    @Override
    public boolean speaks(MapNode document) {
        return document.keys().size() == 1 && KINDS.stream().anyMatch(document::has);
    }

    @Override
    public void read(MapNode document, Draft draft) {
        document.read();
        for (String kind : KINDS) {
            for (MapNode outer : document.maps(kind)) {
                one(kind, unwrapped(kind, outer), draft);
            }
        }
    }

    /** The catalog form {@code nsd: {nsd: [...]}} holds exactly one descriptor. */
    private static MapNode unwrapped(String kind, MapNode outer) {
        if (!outer.has(kind) || outer.has("id")) {
            return outer;
        }
        var inner = outer.maps(kind);
        if (inner.size() != 1) {
            outer.error(
                    "DESCRIPTOR_AMBIGUOUS",
                    "There are %d descriptors here, not one".formatted(inner.size()),
                    "Put one %s into a package".formatted(kind));
        }
        return inner.isEmpty() ? outer : inner.get(0);
    }

    private static void one(String kind, MapNode descriptor, Draft draft) {
        switch (kind) {
            case "vnfd" -> draft.function(new Sol006Vnf(descriptor, draft).read());
            case "nsd" -> draft.service(new Sol006Ns(descriptor, draft).read());
            default -> draft.physical(pnf(descriptor, draft));
        }
    }

    private static PnfDescriptor pnf(MapNode pnfd, Draft draft) {
        var points = new ArrayList<ConnectionPoint>();
        for (MapNode point : pnfd.maps("ext-cpd")) {
            String id = point.required("id");
            point.known("layer-protocol", "role", "description", "protocol", "trunk-mode");
            draft.anchor("cp|" + id, point);
            points.add(ConnectionPoint.bare(id));
        }
        var info =
                Values.info(
                        pnfd.required("id"),
                        pnfd.textOr("name", ""),
                        pnfd.textOr("provider", ""),
                        pnfd.textOr("version", ""));
        String function = pnfd.textOr("function-description", "");
        String invariant = pnfd.textOr("invariant-id", "");
        return new PnfDescriptor(Values.described(info, function, invariant), points);
    }
}

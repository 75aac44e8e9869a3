/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.osm;

import io.telamon.catalog.api.DescriptorLanguage;
import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.LanguageReader;
import io.telamon.descriptors.internal.read.Values;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.ConnectionPoint;
import io.telamon.model.descriptor.DescriptorInfo;
import io.telamon.model.descriptor.PnfDescriptor;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads OSM's own information model, used up to release 8: a catalog of one VNFD, NSD or PNFD. The
 * field names are those of its YANG modules.
 */
public final class OsmImReader implements LanguageReader {
    private static final List<String> KINDS = List.of("vnfd", "nsd", "pnfd");

    @Override
    public DescriptorLanguage language() {
        return DescriptorLanguage.OSM_IM;
    }

    @Override
    public boolean speaks(MapNode document) {
        return KINDS.stream().anyMatch(kind -> document.has(kind + "-catalog"));
    }

    @Override
    public void read(MapNode document, Draft draft) {
        document.read();
        for (String kind : KINDS) {
            document.map(kind + "-catalog").ifPresent(catalog -> catalog(kind, catalog, draft));
        }
    }

    private static void catalog(String kind, MapNode catalog, Draft draft) {
        var descriptors = catalog.maps(kind);
        if (descriptors.size() != 1) {
            catalog.error(
                    "DESCRIPTOR_AMBIGUOUS",
                    "The catalog holds %d descriptors, not one".formatted(descriptors.size()),
                    "Put one %s into a package".formatted(kind));
        }
        for (MapNode descriptor : descriptors.stream().limit(1).toList()) {
            switch (kind) {
                case "vnfd" -> draft.function(new ImVnf(descriptor, draft).read());
                case "nsd" -> draft.service(new ImNs(descriptor, draft).read());
                default -> draft.physical(pnf(descriptor, draft));
            }
        }
    }

    private static PnfDescriptor pnf(MapNode pnfd, Draft draft) {
        var points = new ArrayList<ConnectionPoint>();
        for (MapNode point : pnfd.maps("connection-point")) {
            String name = point.required("name");
            point.known("id", "short-name", "type");
            draft.anchor("cp|" + name, point);
            points.add(ConnectionPoint.bare(name));
        }
        return new PnfDescriptor(info(pnfd), points);
    }

    static DescriptorInfo info(MapNode descriptor) {
        var info =
                Values.info(
                        descriptor.required("id"),
                        descriptor.textOr("name", ""),
                        descriptor.textOr("vendor", ""),
                        descriptor.textOr("version", ""));
        return Values.described(info, descriptor.textOr("description", ""), "");
    }
}

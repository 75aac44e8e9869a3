/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.osm;

import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.Kdu;
import io.telamon.model.descriptor.KduKind;
import java.util.ArrayList;
import java.util.List;

/** Reads Kubernetes units, which both of OSM's forms write alike. */
public final class OsmKdus {
    private OsmKdus() {}

    /** Reads all {@code kdu} of a VNFD. */
    public static List<Kdu> read(MapNode vnfd, Draft draft) {
        var result = new ArrayList<Kdu>();
        for (MapNode kdu : vnfd.maps("kdu")) {
            String name = kdu.required("name");
            draft.anchor("kdu|" + name, kdu);
            kdu.known("description");
            var chart = kdu.text("helm-chart");
            var bundle = kdu.text("juju-bundle");
            var services = new ArrayList<String>();
            for (MapNode service : kdu.maps("service")) {
                services.add(service.required("name"));
                service.known("mgmt-service", "external-connection-point-ref", "mgmt-cp");
            }
            if (chart.isEmpty() && bundle.isEmpty()) {
                var text = "Unit %s names neither a chart nor a bundle".formatted(name);
                kdu.error("FIELD_MISSING", text, "Add helm-chart or juju-bundle");
            }
            result.add(
                    new Kdu(
                            name,
                            chart.isPresent() ? KduKind.HELM_CHART : KduKind.JUJU_BUNDLE,
                            chart.or(() -> bundle).orElse(""),
                            kdu.text("helm-version"),
                            services));
        }
        return result;
    }
}

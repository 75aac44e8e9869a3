/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.osm;

import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.MonitoringParameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads monitoring parameters of OSM's information model. */
final class OsmMonitoring {
    private OsmMonitoring() {}

    static List<MonitoringParameter> ofIm(MapNode vnfd, Draft draft) {
        var metrics = new HashMap<String, String>();
        for (MapNode vdu : vnfd.maps("vdu")) {
            for (MapNode parameter : vdu.maps("monitoring-param")) {
                String key = vdu.textOr("id", "") + "|" + parameter.required("id");
                metrics.put(key, parameter.textOr("nfvi-metric", ""));
                parameter.known("interface-name-ref");
            }
        }
        var result = new ArrayList<MonitoringParameter>();
        for (MapNode parameter : vnfd.maps("monitoring-param")) {
            result.add(one(parameter, metrics));
            draft.anchor("monitoring|" + parameter.textOr("id", ""), parameter);
        }
        return result;
    }

    private static MonitoringParameter one(MapNode parameter, Map<String, String> metrics) {
        var vdu = parameter.map("vdu-monitoring-param");
        var vduId = vdu.flatMap(v -> v.text("vdu-ref"));
        var inner = vdu.flatMap(v -> v.text("vdu-monitoring-param-ref"));
        var vnfMetric = parameter.map("vnf-metric").flatMap(m -> m.text("vnf-metric-name-ref"));
        var vduMetric = parameter.map("vdu-metric");
        String metric =
                inner.flatMap(i -> Optional.ofNullable(metrics.get(vduId.orElse("") + "|" + i)))
                        .or(() -> vnfMetric)
                        .or(() -> vduMetric.flatMap(m -> m.text("vdu-metric-name-ref")))
                        .orElse("");
        parameter.known("description", "aggregation-type", "script");
        return new MonitoringParameter(
                parameter.required("id"),
                parameter.textOr("name", ""),
                metric,
                vduId.or(() -> vduMetric.flatMap(m -> m.text("vdu-ref"))),
                Optional.empty());
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.osm;

import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.Values;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.ConfigPrimitive;
import io.telamon.model.descriptor.DayConfiguration;
import io.telamon.model.descriptor.ExecutionEnvironment;
import io.telamon.model.descriptor.PrimitiveParameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads day-1/2 configuration, which both of OSM's forms write almost alike. */
public final class OsmConfiguration {
    private static final List<String> KINDS = List.of("juju", "script", "rest", "netconf");

    private OsmConfiguration() {}

    /**
     * Reads a {@code vnf-configuration}, {@code vdu-configuration} or {@code day1-2} entry.
     *
     * @param target id of what it configures
     */
    public static DayConfiguration read(String target, MapNode node, Draft draft) {
        node.known("config-access", "config-attributes", "metrics");
        var result =
                new DayConfiguration(
                        target,
                        environments(node, draft),
                        ordered(node.maps("initial-config-primitive")),
                        primitives(node.maps("config-primitive")),
                        ordered(node.maps("terminate-config-primitive")));
        for (MapNode primitive : node.maps("config-primitive")) {
            draft.anchor("primitive|" + primitive.textOr("name", ""), primitive);
        }
        return result;
    }

    private static List<ExecutionEnvironment> environments(MapNode node, Draft draft) {
        var result = new ArrayList<ExecutionEnvironment>();
        environment("", node, draft).ifPresent(result::add);
        for (MapNode environment : node.maps("execution-environment-list")) {
            String id = environment.required("id");
            environment.known("external-connection-point-ref", "metric-service", "config-units");
            environment(id, environment, draft).ifPresent(result::add);
        }
        return result;
    }

    private static Optional<ExecutionEnvironment> environment(
            String id, MapNode node, Draft draft) {
        var chart = node.text("helm-chart");
        node.known("helm-version");
        if (chart.isPresent()) {
            return Optional.of(new ExecutionEnvironment(id, "helm", chart.get()));
        }
        for (String kind : KINDS) {
            var map = node.map(kind);
            if (map.isPresent()) {
                var values = Values.flat(map.get());
                String reference =
                        values.getOrDefault("charm", values.getOrDefault("script-type", ""));
                warnCharm(map.get(), values.getOrDefault("charm", ""), draft);
                return Optional.of(new ExecutionEnvironment(id, kind, reference));
            }
        }
        return Optional.empty();
    }

    private static void warnCharm(MapNode juju, String charm, Draft draft) {
        boolean remote = charm.isEmpty() || charm.startsWith("cs:") || charm.startsWith("ch:");
        boolean there =
                draft.files().all().stream().anyMatch(f -> f.path().startsWith("charms/" + charm));
        if (!remote && !there) {
            juju.warning(
                    "FILE_MISSING",
                    "The charm %s is named here but is not in the package".formatted(charm),
                    "Add it as charms/%s; day-1 actions need it".formatted(charm));
        }
    }

    private static List<ConfigPrimitive> ordered(List<MapNode> nodes) {
        return primitives(
                nodes.stream()
                        .sorted(Comparator.comparingInt(n -> n.count("seq").orElse(0)))
                        .toList());
    }

    private static List<ConfigPrimitive> primitives(List<MapNode> nodes) {
        var result = new ArrayList<ConfigPrimitive>();
        for (MapNode node : nodes) {
            node.known("seq", "user-defined-script", "execution-environment-primitive");
            result.add(
                    new ConfigPrimitive(
                            node.required("name"),
                            node.text("execution-environment-ref"),
                            parameters(node)));
        }
        return result;
    }

    private static List<PrimitiveParameter> parameters(MapNode primitive) {
        var result = new ArrayList<PrimitiveParameter>();
        for (MapNode parameter : primitive.maps("parameter")) {
            parameter.known("hidden", "read-only", "parameter-pool", "out");
            result.add(
                    new PrimitiveParameter(
                            parameter.required("name"),
                            parameter.text("value").or(() -> parameter.text("default-value")),
                            parameter.textOr("data-type", "STRING"),
                            parameter.flag("mandatory").orElse(false)));
        }
        return result;
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.kit.Options;
import java.nio.file.Path;

/**
 * Where the controller listens and how it lays routes out.
 *
 * @param endPoint where it takes announcements
 * @param hierarchical two tiers after a topology, else flat
 * @param topology file with the distances; hierarchical only
 * @param randomized draw the distances instead of taking the file's
 * @param objective of the choice of homes
 * @param seed of drawn distances and of the choice between equal homes
 * @param secure mutual TLS with files of the environment
 */
record ControllerSettings(
        EndPoint endPoint,
        boolean hierarchical,
        Path topology,
        boolean randomized,
        Objective objective,
        long seed,
        boolean secure) {

    static Options options() {
        return Options.of("controller", "knows computers and routers, writes the routers' tables")
                .option("server-endpoint", "127.0.0.1:6475", "where it takes announcements")
                .option("type", "plain", "only plain")
                .option("installer-type", "flat", "flat: every router knows every computer; hier")
                .option("topology-file", "dist.txt", "hier: lines 'name d1 ... dn' of distances")
                .flag("topology-randomized", "hier: draw the distances, take only the names")
                .option("hier-objective", "min-max", "hier: min-max or min-avg")
                .option("seed", "0", "hier: of drawn distances and equal homes")
                .flag("secure", "mutual TLS, files in CERT_DIR; a token when there is one");
    }

    static ControllerSettings of(Options.Parsed options) {
        if (!options.text("type").equals("plain")) {
            throw new IllegalArgumentException("--type: only plain, not " + options.text("type"));
        }
        return new ControllerSettings(
                options.endPoint("server-endpoint"),
                hierarchical(options.text("installer-type")),
                Path.of(options.text("topology-file")),
                options.flag("topology-randomized"),
                Objective.of(options.text("hier-objective")),
                options.whole("seed", 0, Integer.MAX_VALUE),
                options.flag("secure"));
    }

    static boolean hierarchical(String type) {
        return switch (type) {
            case "flat" -> false;
            case "hier" -> true;
            default ->
                    throw new IllegalArgumentException(
                            "The layout of routes is flat or hier, not " + type);
        };
    }

    /** Reads the topology when there is one to read. */
    Layout layout() {
        if (!hierarchical) {
            return new FlatLayout();
        }
        Topology distances = Topology.read(topology);
        return new HierarchicalLayout(
                randomized ? distances.randomized(seed) : distances, objective, seed);
    }
}

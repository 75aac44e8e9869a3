/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import io.telamon.simkit.ControlClient;
import io.telamon.simkit.WorldProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A Telamon, a simulated cloud in a process of its own, and the sample packages: what every trial
 * needs. The cloud makes a second thing when a create comes twice, as most clouds do.
 */
public final class Bed implements AutoCloseable {
    /** Name of the world and of its account. */
    public static final String WORLD = "trial";

    private final Path root;
    private final Path folder;
    private final WorldProcess world;
    private final Telamon telamon;
    private WorldProcess controller;

    /** Makes a bed in an empty folder; the cloud runs, Telamon does not yet. */
    public Bed(Path root, Path folder) throws IOException {
        this.root = root;
        this.folder = Files.createDirectories(folder);
        Path jar = root.resolve("vim-plugins/simulator/target/telamon-vim-simulator-0.1.0.jar");
        world =
                WorldProcess.fromJar(
                        jar,
                        "--port",
                        "0",
                        "--no-dedupe",
                        "--build",
                        "server=150",
                        "--latency",
                        "5");
        telamon = new Telamon(root, folder.resolve("home"));
    }

    /** The simulated SDN controller, in a process of its own that begins when first asked for. */
    public WorldProcess controller() {
        if (controller == null) {
            try {
                controller =
                        WorldProcess.fromJar(
                                root.resolve(
                                        "sdn-plugins/simulator/target/telamon-sdn-simulator-0.1.0.jar"),
                                "--port",
                                "0");
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return controller;
    }

    /** Where this bed keeps what it makes. */
    public Path folder() {
        return folder;
    }

    /** The Telamon under trial. */
    public Telamon telamon() {
        return telamon;
    }

    /** The simulated cloud. */
    public WorldProcess world() {
        return world;
    }

    /** The cloud's control. */
    public ControlClient control() {
        return world.control();
    }

    /** Starts Telamon, registers the cloud and the controller, and signs in. */
    public Rest begin() {
        telamon.start();
        Rest rest = signIn();
        Services services = new Services(rest);
        control()
                .configure(
                        WORLD,
                        """
                        {"networks":["mgmt","net_mgmt","net0","net1","service"],
                         "layout":{"zones":["zone-1","nova"],"hostsPerZone":16,
                                   "hostVcpus":-1,"hostMemoryMb":-1}}
                        """);
        services.addVim(WORLD, "simulator", world.endpoint(WORLD));
        services.addSdn(WORLD + "-sdn", controller().endpoint(WORLD));
        return rest;
    }

    /** Signs in as the administrator. */
    public Rest signIn() {
        return new Rest(telamon.uri(), "admin", telamon.password());
    }

    /** Packs the sample packages; returns the folder with them. */
    public Path samples() {
        Path target = folder.resolve("samples");
        try {
            Process pack =
                    new ProcessBuilder(
                                    root.resolve("distribution/samples/pack").toString(),
                                    target.toString())
                            .inheritIO()
                            .start();
            if (pack.waitFor() != 0) {
                throw new IllegalStateException("The samples cannot be packed");
            }
            return target;
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Writes a service that nests another one; returns its file. */
    public Path nesting(String nested) {
        String text =
                """
                nsd:
                  nsd:
                  - id: outer
                    name: outer
                    designer: Telamon
                    version: '1.0'
                    nested-nsd-id:
                    - %1$s
                    df:
                    - id: default
                      ns-profile:
                      - id: inner
                        nsd-id: %1$s
                """
                        .formatted(nested);
        try {
            return Files.writeString(folder.resolve("outer_nsd.yaml"), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The project's root. */
    public Path root() {
        return root;
    }

    /** Drops the second simulator type into the running container. */
    public void deployAlt() {
        copy(
                root.resolve(
                        "vim-plugins/simulator-alt/target/telamon-vim-simulator-alt-0.1.0.jar"),
                "telamon-vim-simulator-alt.jar");
    }

    /** Takes the simulator's jar out of the deploy folder. */
    public void undeploy() {
        try {
            Files.delete(telamon.home().resolve("deploy/telamon-vim-simulator.jar"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Puts the simulator's jar back. */
    public void redeploy() {
        copy(
                root.resolve("vim-plugins/simulator/target/telamon-vim-simulator-0.1.0.jar"),
                "telamon-vim-simulator.jar");
    }

    private void copy(Path jar, String name) {
        try {
            Path part = telamon.home().resolve("deploy/." + name + ".new");
            Files.copy(jar, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(
                    part, telamon.home().resolve("deploy/" + name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Ids of all things of these kinds in the cloud, with how many each token has. */
    public Map<String, Integer> thingsByToken(Set<String> kinds) {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode thing : control().dump(WORLD).path("things")) {
            if (kinds.contains(thing.path("kind").asText())
                    && !thing.path("state").asText().equals("DELETING")) {
                counts.merge(thing.path("token").asText(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Cloud ids of all things of these kinds that are not on their way out. */
    public Set<String> things(Set<String> kinds) {
        Set<String> ids = new TreeSet<>();
        for (JsonNode thing : control().dump(WORLD).path("things")) {
            if (kinds.contains(thing.path("kind").asText())
                    && !thing.path("state").asText().equals("DELETING")) {
                ids.add(thing.path("id").asText());
            }
        }
        return ids;
    }

    /** Deletes all packages, those that others name last. */
    public void clearCatalog(Services services) {
        Await.untilTrue(
                "the catalog to be empty",
                Duration.ofSeconds(20),
                () -> {
                    for (String id : services.packages()) {
                        try {
                            services.deletePackage(id);
                        } catch (Rest.Refused named) {
                            if (named.status() != 409) {
                                throw named;
                            }
                        }
                    }
                    return services.packages().isEmpty();
                });
    }

    /** What is in the cloud or on the controller and was not there at the beginning. */
    public Set<String> left() {
        Set<String> left = new TreeSet<>();
        Set<String> given = new TreeSet<>();
        JsonNode cloud = control().dump(WORLD);
        cloud.at("/settings/networks").forEach(name -> given.add(name.asText()));
        cloud.path("things")
                .forEach(
                        thing -> {
                            if (!given.contains(thing.path("name").asText())) {
                                left.add(
                                        thing.path("kind").asText()
                                                + " "
                                                + thing.path("name").asText());
                            }
                        });
        if (controller != null) {
            controller
                    .control()
                    .dump(WORLD)
                    .path("things")
                    .forEach(thing -> left.add("chain " + thing.path("name").asText()));
        }
        return left;
    }

    @Override
    public void close() {
        telamon.close();
        world.close();
        if (controller != null) {
            controller.close();
        }
    }
}

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

    @Override
    public void close() {
        telamon.close();
        world.close();
    }
}

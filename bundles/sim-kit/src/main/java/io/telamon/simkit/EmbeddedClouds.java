/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The worlds that live inside this JVM, one file each. They are shared by all sessions of a driver
 * and end with it. Thread-safe.
 */
public final class EmbeddedClouds implements AutoCloseable {
    private final Optional<Path> folder;
    private final Cloud.Factory factory;
    private final Map<String, Cloud> clouds = new HashMap<>(); // guarded by this
    private boolean closed; // guarded by this

    /**
     * Worlds under a folder, or only in memory when there is none.
     *
     * @param folder where the files are
     * @param factory makes the worlds
     */
    public EmbeddedClouds(Optional<Path> folder, Cloud.Factory factory) {
        this.folder = folder;
        this.factory = factory;
    }

    /**
     * Where worlds are kept: below telamon.home, else below karaf.data; without either nowhere.
     *
     * @param name folder of this plug-in
     */
    public static Optional<Path> folder(String name) {
        return Optional.ofNullable(System.getProperty("telamon.home"))
                .map(home -> Path.of(home, "data"))
                .or(() -> Optional.ofNullable(System.getProperty("karaf.data")).map(Path::of))
                .map(data -> data.resolve(name));
    }

    /**
     * The provider of an embedded world, started when needed.
     *
     * @throws IllegalStateException when this was closed or the file is in use elsewhere
     */
    public synchronized Cloud cloud(String name) {
        if (closed) {
            throw new IllegalStateException("The simulator is not there at the moment");
        }
        return clouds.computeIfAbsent(name, this::start);
    }

    private Cloud start(String name) {
        try {
            return folder.isEmpty()
                    ? Cloud.inMemory(factory)
                    : Cloud.at(folder.get().resolve(name).resolve("world.jsonl"), factory);
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded world " + name + " cannot be read", e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        clouds.values().forEach(Cloud::close);
        clouds.clear();
    }
}

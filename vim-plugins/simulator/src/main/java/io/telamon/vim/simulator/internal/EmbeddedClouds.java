/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import io.telamon.simkit.Cloud;
import io.telamon.vim.simulator.internal.world.VimWorld;
import io.telamon.vim.simulator.internal.world.WorldSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The worlds that live inside this JVM, one file each. They are shared by all sessions of a driver
 * and end with it. Thread-safe.
 */
final class EmbeddedClouds implements AutoCloseable {
    private final Optional<Path> folder;
    private final Clock clock;
    private final Map<String, Cloud> clouds = new HashMap<>(); // guarded by this
    private boolean closed; // guarded by this

    /**
     * Worlds under a folder, or only in memory when there is none.
     *
     * @param folder where the files are
     * @param clock time of the worlds
     */
    EmbeddedClouds(Optional<Path> folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Where worlds of this type are kept: below telamon.home, else below karaf.data. */
    static Optional<Path> folder(String type) {
        return Optional.ofNullable(System.getProperty("telamon.home"))
                .map(home -> Path.of(home, "data"))
                .or(() -> Optional.ofNullable(System.getProperty("karaf.data")).map(Path::of))
                .map(data -> data.resolve(type));
    }

    /** The provider of an embedded world, started when needed. */
    synchronized Cloud cloud(String name) {
        if (closed) {
            throw new IllegalStateException("The simulator is not there at the moment");
        }
        return clouds.computeIfAbsent(name, this::start);
    }

    private Cloud start(String name) {
        Cloud.Factory factory =
                (world, scribe) -> new VimWorld(world, scribe, clock, WorldSettings.defaults());
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

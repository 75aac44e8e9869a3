/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * An append-only file of JSON lines from which a server's worlds are restored. Each line is handed
 * to the operating system before the change is made, so it survives the death of the process (not
 * of the machine: nothing waits for the disk). One process owns a file at a time.
 */
public final class Journal implements AutoCloseable {
    private final Path file;
    private final FileChannel guard;
    private final FileLock lock;
    private FileChannel out; // guarded by this

    private Journal(Path file, FileChannel guard, FileLock lock) {
        this.file = file;
        this.guard = guard;
        this.lock = lock;
    }

    /**
     * Takes the file, making its folder when needed; call {@link #read} and {@link #rewrite} next.
     *
     * @throws IllegalStateException when another process or bundle has it
     */
    public static Journal take(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        FileChannel guard =
                FileChannel.open(
                        folder.resolve(file.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        FileLock lock = tryLock(guard);
        if (lock == null) {
            guard.close();
            throw new IllegalStateException("The world file " + file + " is in use elsewhere");
        }
        return new Journal(file, guard, lock);
    }

    private static FileLock tryLock(FileChannel guard) throws IOException {
        try {
            return guard.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Hands over each whole line; a torn last line is left out. */
    public void read(Reader reader) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode entry = whole(line);
                if (entry == null) {
                    return;
                }
                reader.line(
                        entry.path("w").asText(), entry.path("op").asText(), entry.path("data"));
            }
        }
    }

    private static JsonNode whole(String line) {
        try {
            JsonNode entry = Json.parse(line, JsonNode.class);
            return entry.isObject() && entry.has("data") ? entry : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** Replaces the file by these lines and opens it for appending. */
    public synchronized void rewrite(Stream<Entry> entries) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try (BufferedWriter writer = Files.newBufferedWriter(next)) {
            for (Entry entry : (Iterable<Entry>) entries::iterator) {
                writer.write(Json.write(entry));
                writer.newLine();
            }
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        out = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    /**
     * Appends one line.
     *
     * @throws Refusal 503 when it cannot be written, for instance after {@link #close}
     */
    public void append(Entry entry) {
        byte[] json = Json.bytes(entry);
        ByteBuffer line = ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n').flip();
        synchronized (this) {
            try {
                while (line.hasRemaining()) {
                    out.write(line);
                }
            } catch (IOException e) {
                throw new Refusal(503, "disk", "The world file %s cannot be written: %s", file, e);
            }
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (out != null) {
                out.close();
            }
            lock.release();
            guard.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Closing " + file, e);
        }
    }

    /** Takes in lines. */
    @FunctionalInterface
    public interface Reader {
        /** One line of one world. */
        void line(String world, String op, JsonNode data);
    }

    /**
     * A line.
     *
     * @param w name of the world
     * @param op what happened
     * @param data to what
     */
    public record Entry(String w, String op, Object data) {}
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Turns a source of the packages table into a file to upload. {@code field:path} is one of the
 * field's packages and {@code sample:path} one of ours. A folder is packed as OSM does it. Behind
 * the path may follow {@code +name}, a file that is added to the package, and {@code #old=new},
 * words to be replaced in its text.
 */
public final class Packed {
    private static final String FIELD = "field:";

    private final Path fields;
    private final Path samples;
    private final Archives archives;

    /**
     * Takes packages from here.
     *
     * @param fields folder of the field's packages
     * @param samples folder with our packed samples
     * @param target folder for what is packed
     */
    public Packed(Path fields, Path samples, Path target) {
        this.fields = fields;
        this.samples = samples;
        this.archives = new Archives(target);
    }

    /** The field's packages lie beside the project; they are never copied into it. */
    public static Path fields(Path root) {
        return root.resolveSibling("shared").resolve("packages");
    }

    /** The file to upload. */
    public Path file(String source) {
        String[] changes = source.split("#");
        String[] parts = changes[0].split("\\+");
        Path path = path(parts[0]);
        String name = parts[0].substring(parts[0].indexOf(':') + 1).replace('/', '-');
        if (Files.isDirectory(path)) {
            return archives.tarGz(name + ".tar.gz", folder(path));
        }
        if (parts.length > 1) {
            Map<String, byte[]> files = new TreeMap<>();
            files.put("p/" + path.getFileName(), bytes(path));
            files.put("p/" + parts[1], "#cloud-config\n".getBytes(StandardCharsets.UTF_8));
            return archives.tarGz(name + ".tar.gz", files);
        }
        if (changes.length > 1) {
            return archives.text(changes.length + "-" + name, replaced(path, List.of(changes)));
        }
        return path;
    }

    private Path path(String part) {
        return part.startsWith(FIELD)
                ? fields.resolve(part.substring(FIELD.length()))
                : samples.resolve(part.substring(part.indexOf(':') + 1));
    }

    private static String replaced(Path file, List<String> changes) {
        String text = new String(bytes(file), StandardCharsets.UTF_8);
        for (String change : changes.subList(1, changes.size())) {
            String[] words = change.split("=");
            text = text.replace(words[0], words[1]);
        }
        return text;
    }

    private static Map<String, byte[]> folder(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .forEach(f -> files.put("p/" + folder.relativize(f), bytes(f)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return files;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.archive;

import io.telamon.catalog.api.PackageSource;
import io.telamon.descriptors.internal.tree.Findings;
import io.telamon.model.descriptor.FindingPlace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Compares the files of a package with the checksums it brings: OSM's {@code checksums.txt} (MD5),
 * the manifest of a CSAR (SOL004 clause 4.3) and the name blocks of {@code TOSCA.meta}.
 */
public final class Checksums {
    private static final Pattern MD5_LINE = Pattern.compile("([0-9a-fA-F]{32})\\s+\\*?(\\S.*)");
    private static final Set<String> ALGORITHMS =
            Set.of("MD5", "SHA-1", "SHA-224", "SHA-256", "SHA-384", "SHA-512");

    private final PackageSource source;
    private final PackageFiles files;
    private final Findings findings;

    /** Creates a check of one package. */
    public Checksums(PackageSource source, PackageFiles files, Findings findings) {
        this.source = source;
        this.files = files;
        this.findings = findings;
    }

    /** Checks every list of checksums the package has. */
    public void check() {
        for (PackageFile file : files.all()) {
            String path = file.path();
            boolean top = path.indexOf('/') < 0;
            if (path.equals("checksums.txt")) {
                lines(file).forEach(line -> md5(path, line));
            } else if (top && path.endsWith(".mf") || path.equals("TOSCA-Metadata/TOSCA.meta")) {
                blocks(path, lines(file));
            }
        }
    }

    private record Line(int number, String text) {}

    private record Promise(String file, Line at, String target, String algorithm, String hash) {}

    private static List<Line> lines(PackageFile file) {
        String text = new String(file.content().orElse(new byte[0]), StandardCharsets.UTF_8);
        var result = new ArrayList<Line>();
        for (String line : text.split("\\R", -1)) {
            if (line.startsWith("-----BEGIN")) {
                break;
            }
            result.add(new Line(result.size() + 1, line));
        }
        return result;
    }

    private void md5(String file, Line line) {
        var match = MD5_LINE.matcher(line.text().strip());
        if (match.matches()) {
            compare(new Promise(file, line, match.group(2), "MD5", match.group(1)));
        } else if (!line.text().isBlank()) {
            var place = new FindingPlace(file, line.number(), 1, "");
            findings.warning("CHECKSUM_LINE", place, "This is no MD5 and path", "Repair the line");
        }
    }

    /** A block begins at {@code Source} or {@code Name}; it promises when it has a hash. */
    private void blocks(String file, List<Line> lines) {
        Optional<Line> target = Optional.empty();
        String algorithm = "SHA-256";
        for (Line line : lines) {
            int colon = line.text().indexOf(':');
            String key = colon < 0 ? "" : line.text().substring(0, colon).strip();
            String value = colon < 0 ? "" : line.text().substring(colon + 1).strip();
            switch (key.toLowerCase(Locale.ROOT)) {
                case "source", "name" -> {
                    target = Optional.of(new Line(line.number(), value));
                    exists(file, target.get());
                }
                case "algorithm" -> algorithm = canonical(value);
                case "hash" -> {
                    if (target.isPresent()) {
                        String path = target.get().text();
                        compare(new Promise(file, target.get(), path, algorithm, value));
                    }
                }
                default -> {
                    // other attributes say nothing about checksums
                }
            }
        }
    }

    private static String canonical(String algorithm) {
        String upper = algorithm.toUpperCase(Locale.ROOT).replace('_', '-');
        return upper.matches("SHA\\d+") ? "SHA-" + upper.substring(3) : upper;
    }

    private void exists(String file, Line target) {
        boolean remote = target.text().contains("://") || target.text().isEmpty();
        if (!remote && files.lenient(target.text()).isEmpty()) {
            missing(new FindingPlace(file, target.number(), 1, ""), target.text());
        }
    }

    private void missing(FindingPlace place, String target) {
        findings.error(
                "FILE_MISSING",
                place,
                "%s is listed here but is not in the package".formatted(target),
                "Add the file or remove the entry");
    }

    private void compare(Promise promise) {
        var place = new FindingPlace(promise.file(), promise.at().number(), 1, "");
        var file = files.lenient(promise.target());
        if (file.isEmpty()) {
            if (promise.algorithm().equals("MD5")) {
                missing(place, promise.target());
            }
            return;
        }
        if (!ALGORITHMS.contains(promise.algorithm())) {
            var text = "The algorithm %s is not known".formatted(promise.algorithm());
            findings.error("CHECKSUM_ALGORITHM", place, text, "Use SHA-256");
            return;
        }
        String found = digest(file.get(), promise.algorithm());
        if (!found.equalsIgnoreCase(promise.hash())) {
            findings.error(
                    "CHECKSUM_WRONG",
                    place,
                    "%s has the %s %s, not the one written here"
                            .formatted(promise.target(), promise.algorithm(), found),
                    "Pack the file again or correct the checksum");
        }
    }

    /** Computes what was not computed while reading; a large file is read once more. */
    private String digest(PackageFile file, String algorithm) {
        String known = file.digests().get(algorithm);
        if (known != null) {
            return known;
        }
        try (InputStream content = content(file)) {
            MessageDigest digest = FileCollector.digest(algorithm);
            byte[] buffer = new byte[32 << 10];
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            return "?";
        }
    }

    private InputStream content(PackageFile file) throws IOException {
        return file.content().isPresent()
                ? new ByteArrayInputStream(file.content().get())
                : new ArchivedFiles().open(source, file.path());
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/**
 * The committed front end fits the pages and holds each chunk once. Vaadin's build makes it anew
 * only for components that are nowhere in it, and keeps what earlier builds left: when a page uses
 * other components than before, delete {@code prod.bundle}, then {@code mvn clean install -pl
 * portal}.
 */
class FrontendBundleTest {
    /** Written by each build: which page loads which chunk of components. */
    private static final Path WANTED =
            Path.of("src/main/frontend/generated/flow/generated-flow-imports.js");

    private static final Pattern CHUNK = Pattern.compile("chunk-[0-9a-f]{64}");
    private static final Path BUNDLE = Path.of("src/main/bundles/prod.bundle");
    private static final Pattern HASH = Pattern.compile("-[A-Za-z0-9_-]{8}(?=\\.(js|css)$)");

    @Test
    void holdsEachChunkOnce() throws IOException {
        try (ZipFile bundle = new ZipFile(BUNDLE.toFile())) {
            List<String> chunks =
                    bundle.stream()
                            .map(ZipEntry::getName)
                            .filter(name -> HASH.matcher(name).find())
                            .map(name -> HASH.matcher(name).replaceFirst(""))
                            .toList();
            assertThat(chunks).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    @Test
    void knowsThePagesAsTheyAre() throws IOException {
        try (ZipFile bundle = new ZipFile(BUNDLE.toFile())) {
            String files = bundle.stream().map(ZipEntry::getName).collect(Collectors.joining("\n"));
            assertThat(chunks(files))
                    .isNotEmpty()
                    .isEqualTo(chunks(Files.readString(WANTED, StandardCharsets.UTF_8)));
        }
    }

    private static Set<String> chunks(String text) {
        return CHUNK.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}

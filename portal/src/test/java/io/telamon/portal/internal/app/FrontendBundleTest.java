/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/**
 * The committed front end holds each chunk once. A build that was not clean keeps the chunks of
 * builds before it: delete {@code prod.bundle}, then {@code mvn clean install -pl portal}.
 */
class FrontendBundleTest {
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
}

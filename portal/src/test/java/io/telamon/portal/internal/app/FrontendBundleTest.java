/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/**
 * The committed front end fits the pages and holds each chunk once. Vaadin's build makes it anew
 * only for components that are nowhere in it, and keeps what earlier builds left. So when a page
 * uses other components than before: delete {@code prod.bundle}, {@code mvn clean install -pl
 * portal -DskipTests}, then this test with {@code -Dbundle.update} writes down for which pages it
 * was made.
 */
class FrontendBundleTest {
    private static final Path BUNDLE = Path.of("src/main/bundles/prod.bundle");
    private static final Path MADE_FOR = Path.of("src/test/resources/bundle-pages.txt");

    /** Written by each build: which page loads which chunk of components. */
    private static final Path WANTED = Path.of("src/main/frontend/generated/flow");

    private static final String MAIN = "generated-flow-imports.js";
    private static final Pattern HASH = Pattern.compile("-[A-Za-z0-9_-]{8}(?=\\.(js|css)$)");
    private static final Pattern PAGE =
            Pattern.compile("key === '([0-9a-f]{64})'|import\\('\\./(chunks/[^']+)'\\)");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import .*'([^']+)';");

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
    void wasMadeForThePagesAsTheyAre() throws IOException {
        String wanted = wanted();
        if (System.getProperty("bundle.update") != null) {
            Files.writeString(MADE_FOR, wanted);
        }
        assertThat(wanted)
                .as("A page uses other components; see the head of this test")
                .isEqualTo(Files.readString(MADE_FOR));
    }

    /** Each page with what it imports; pages are named by Vaadin's hashes. */
    private static String wanted() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        pages.put("all pages", imports(MAIN));
        String key = "";
        for (MatchResult found :
                PAGE.matcher(Files.readString(WANTED.resolve(MAIN))).results().toList()) {
            if (found.group(1) != null) {
                key = found.group(1);
            } else {
                pages.merge(key, imports(found.group(2)), String::concat);
            }
        }
        assertThat(pages).hasSizeGreaterThan(1);
        return pages.entrySet().stream()
                .map(page -> page.getKey() + "\n" + page.getValue())
                .collect(Collectors.joining());
    }

    /** Without installed npm packages the build names sources where it names themed ones else. */
    private static String imports(String chunk) throws IOException {
        return IMPORT.matcher(Files.readString(WANTED.resolve(chunk)))
                .results()
                .map(found -> "  " + found.group(1).replace("/theme/lumo/", "/src/") + "\n")
                .sorted()
                .collect(Collectors.joining());
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.catalog.api.ImportedPackage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever bytes arrive, the reader answers with a report, soon. */
class MutationPropertyTest {
    private static final long SOON = 5_000_000_000L;
    private static final List<String> WORDS =
            List.of(
                    "-1",
                    "99999999999",
                    "[]",
                    "{}",
                    "&a",
                    "*a",
                    "null",
                    "!x",
                    "\t",
                    "''",
                    "1e9",
                    "%");

    @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
    void noMutatedDescriptorBreaksTheReader(@ForAll("samples") Path sample, @ForAll long seed)
            throws IOException {
        String text = Files.readString(sample);
        var random = new Random(seed);
        for (int i = 0; i <= random.nextInt(4); i++) {
            text = mutated(text, random);
        }

        answersSoon(String.valueOf(sample.getFileName()), text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void noMutatedArchiveBreaksTheReader(@ForAll("folders") Path folder, @ForAll long seed) {
        var random = new Random(seed);
        var files = Packs.folder(folder);
        byte[] archive =
                switch (random.nextInt(3)) {
                    case 0 -> Packs.tarGz(files);
                    case 1 -> Packs.tar(files);
                    default -> Packs.zip(files);
                };
        for (int i = 0; i <= random.nextInt(8); i++) {
            archive[random.nextInt(archive.length)] = (byte) random.nextInt(256);
        }

        answersSoon("p", archive);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void noNoiseBreaksTheReader(@ForAll byte[] noise) {
        answersSoon("noise", noise);
    }

    private static void answersSoon(String name, byte[] content) {
        long start = System.nanoTime();
        ImportedPackage read = Packs.read(name, content);

        assertThat(System.nanoTime() - start).isLessThan(SOON);
        assertThat(Packs.errors(read)).doesNotContain("READER_FAILED");
        assertThat(read.acceptable()).isEqualTo(Packs.errors(read).isEmpty());
        assertThat(read.report().findings())
                .allSatisfy(f -> assertThat(f.message()).isNotBlank().hasSizeLessThan(2000));
    }

    private static String mutated(String text, Random random) {
        var lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, line);
            case 2 -> lines.set(at, "  " + line);
            case 3 -> lines.set(at, line.replaceFirst(":.*", ": " + word(random)));
            case 4 -> lines.set(at, line.replaceFirst("\\w+", word(random)));
            default -> lines.set(at, line.substring(0, line.length() / 2));
        }
        return lines.isEmpty() ? "" : String.join("\n", lines);
    }

    private static String word(Random random) {
        return Matcher.quoteReplacement(WORDS.get(random.nextInt(WORDS.size())));
    }

    @Provide
    Arbitrary<Path> samples() {
        try (var files = Files.walk(SharedPackages.samples())) {
            return Arbitraries.of(
                    files.filter(f -> f.toString().matches(".*\\.(yaml|json)")).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Provide
    Arbitrary<Path> folders() {
        Path samples = SharedPackages.samples();
        return Arbitraries.of(
                samples.resolve("osm-im/edge_web_vnf"),
                samples.resolve("sol006/edge_store_vnf"),
                samples.resolve("openbaton/edge_web_vnf"),
                samples.resolve("sol001/edge_web_vnf"));
    }
}

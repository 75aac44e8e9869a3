/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.catalog.api.ImportedPackage;
import io.telamon.model.descriptor.ForwardingGraph;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.Severity;
import io.telamon.model.descriptor.VnfDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every package of the field gives what the committed table says. */
class PackagesTableTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "/packages-table.csv", numLinesToSkip = 1, delimiter = ';')
    void aFieldPackageGivesWhatTheTableSays(
            String path,
            String verdict,
            String kind,
            String vdus,
            String links,
            String points,
            String members,
            String edges,
            String graphs,
            String waived) {
        ImportedPackage read = read(path);

        assertThat(verdict(read)).as("%s", read.report().findings()).isEqualTo(verdict);
        assertThat(read.kind().map(Enum::name)).contains(kind);
        assertThat(vdus(read)).isEqualTo(words(vdus));
        assertThat(links(read)).isEqualTo(words(links));
        assertThat(points(read)).isEqualTo(words(points));
        assertThat(members(read)).isEqualTo(words(members));
        assertThat(edges(read)).isEqualTo(words(edges));
        assertThat(graphs(read)).isEqualTo(words(graphs));
        assertThat(waived).isNotBlank();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/packages-table.csv", numLinesToSkip = 1, delimiter = ';')
    void noFieldOfAFieldPackageIsUnread(String path) {
        ImportedPackage read = read(path);

        assertThat(read.fields().unknown()).isZero();
        assertThat(read.fields().consumed()).isGreaterThan(read.fields().ignored());
        assertThat(Packs.warnings(read)).doesNotContain("FIELD_UNKNOWN");
    }

    @Test
    void theTableNamesEveryFieldPackage() throws IOException {
        Path folder = SharedPackages.folder();
        Set<String> known = new TreeSet<>();
        try (var lines = Files.lines(Path.of("src/test/resources/packages-table.csv"))) {
            lines.skip(1).map(l -> l.split(";")[0].split("\\+")[0].strip()).forEach(known::add);
        }

        try (var files = Files.walk(folder)) {
            var missing =
                    files.filter(Files::isRegularFile)
                            .map(f -> folder.relativize(f).toString())
                            .filter(f -> f.matches(".*\\.(yaml|json|gz)"))
                            .filter(
                                    f ->
                                            known.stream()
                                                    .noneMatch(
                                                            k ->
                                                                    f.equals(k)
                                                                            || f.startsWith(
                                                                                    k + "/")))
                            .toList();
            assertThat(missing).isEmpty();
        }
    }

    /** A folder is packed; {@code file+cloud_init/name} adds a file the package lacks. */
    private static ImportedPackage read(String path) {
        String[] parts = path.strip().split("\\+");
        Path file = SharedPackages.folder().resolve(parts[0].strip());
        if (Files.isDirectory(file)) {
            return Packs.read(parts[0] + ".tar.gz", Packs.tarGz(Packs.folder(file)));
        }
        try {
            byte[] content = Files.readAllBytes(file);
            if (parts.length == 1) {
                return Packs.read(String.valueOf(file.getFileName()), content);
            }
            String text = new String(content, StandardCharsets.UTF_8);
            var files =
                    Map.of(
                            "p/" + file.getFileName(),
                            text,
                            "p/" + parts[1].strip(),
                            "#cloud-config\n");
            return Packs.read("p.tar.gz", Packs.tarGz(files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String verdict(ImportedPackage read) {
        return read.acceptable()
                ? "accepted"
                : "refused:"
                        + read.report().of(Severity.ERROR).stream()
                                .map(f -> f.code())
                                .distinct()
                                .collect(Collectors.joining(","));
    }

    private static Set<String> words(String cell) {
        return cell == null || cell.isBlank()
                ? Set.of()
                : new TreeSet<>(Arrays.asList(cell.strip().split("\\s+")));
    }

    private static Set<String> vdus(ImportedPackage read) {
        return collect(
                read.functions(),
                f ->
                        f.vdus().stream()
                                .map(v -> v.id() + "x" + v.count().initial() + owner(read, f))
                                .toList());
    }

    private static Set<String> links(ImportedPackage read) {
        var result = new TreeSet<String>();
        read.services().forEach(s -> s.virtualLinks().forEach(l -> result.add(l.id())));
        read.functions()
                .forEach(f -> f.virtualLinks().forEach(l -> result.add(l.id() + owner(read, f))));
        return result;
    }

    private static Set<String> points(ImportedPackage read) {
        return collect(
                read.functions(),
                f -> f.connectionPoints().stream().map(p -> p.id() + owner(read, f)).toList());
    }

    private static Set<String> members(ImportedPackage read) {
        var result = new TreeSet<String>();
        for (NsDescriptor service : read.services()) {
            service.members().forEach(m -> result.add(m.memberIndex() + "=" + m.vnfdId()));
        }
        return result;
    }

    /** Edges: member:point-link of services, vdu:interface-link or -point of VNFs. */
    private static Set<String> edges(ImportedPackage read) {
        var result = new TreeSet<String>();
        for (NsDescriptor service : read.services()) {
            for (var member : service.members()) {
                member.connections()
                        .forEach(
                                c ->
                                        result.add(
                                                member.memberIndex()
                                                        + ":"
                                                        + c.connectionPoint()
                                                        + "-"
                                                        + c.virtualLink()));
            }
        }
        if (read.services().isEmpty()) {
            for (VnfDescriptor function : read.functions()) {
                for (var vdu : function.vdus()) {
                    for (var card : vdu.interfaces()) {
                        var at = card.attachment();
                        String to =
                                at.internalLink().or(at::externalConnectionPoint).orElse("nothing");
                        result.add(vdu.id() + ":" + card.name() + "-" + to);
                    }
                }
            }
        }
        return result;
    }

    private static Set<String> graphs(ImportedPackage read) {
        var result = new TreeSet<String>();
        for (NsDescriptor service : read.services()) {
            for (ForwardingGraph graph : service.forwardingGraphs()) {
                graph.paths()
                        .forEach(
                                p ->
                                        result.add(
                                                graph.id()
                                                        + "/"
                                                        + p.id()
                                                        + ":"
                                                        + p.hops().size()
                                                        + "hops/"
                                                        + p.classifiers().stream()
                                                                .mapToInt(c -> c.matches().size())
                                                                .sum()
                                                        + "matches"));
            }
        }
        return result;
    }

    private static String owner(ImportedPackage read, VnfDescriptor function) {
        return read.functions().size() > 1 ? "@" + function.info().name() : "";
    }

    private static <T> Set<String> collect(List<T> items, Function<T, List<String>> names) {
        return items.stream()
                .flatMap(i -> names.apply(i).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

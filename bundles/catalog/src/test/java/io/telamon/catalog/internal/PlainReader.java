/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.catalog.internal;

import io.telamon.catalog.api.CompositionCheck;
import io.telamon.catalog.api.DescriptorLanguage;
import io.telamon.catalog.api.DescriptorReader;
import io.telamon.catalog.api.FieldCounts;
import io.telamon.catalog.api.ImportedPackage;
import io.telamon.catalog.api.PackageArtifact;
import io.telamon.catalog.api.PackageContents;
import io.telamon.catalog.api.PackageSource;
import io.telamon.model.descriptor.DescriptorInfo;
import io.telamon.model.descriptor.Finding;
import io.telamon.model.descriptor.FindingPlace;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.PnfDescriptor;
import io.telamon.model.descriptor.Severity;
import io.telamon.model.descriptor.ValidationReport;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.descriptor.VnfMember;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A descriptor language for tests, one line for one thing: {@code ns <id> <version> <vnfd>...},
 * {@code vnf <id> <version> [<provider>]}, {@code pnf <id> <version>}, {@code error <text>}, {@code
 * warning <text>}. Files of the package: {@code file <path> <content>}.
 */
final class PlainReader implements DescriptorReader, PackageContents, CompositionCheck {
    /** How often a package was read. */
    final AtomicInteger reads = new AtomicInteger();

    @Override
    public ImportedPackage read(PackageSource source) {
        reads.incrementAndGet();
        List<NsDescriptor> services = new ArrayList<>();
        List<VnfDescriptor> functions = new ArrayList<>();
        List<PnfDescriptor> physical = new ArrayList<>();
        List<PackageArtifact> files = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (String line : lines(source)) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "ns" -> services.add(service(words));
                case "vnf" -> functions.add(VnfDescriptor.builder(info(words)).build());
                case "pnf" -> physical.add(new PnfDescriptor(info(words), List.of()));
                case "file" -> files.add(new PackageArtifact(words[1], words[2].length(), "00"));
                case "warning" -> findings.add(finding(Severity.WARNING, source, line));
                default -> findings.add(finding(Severity.ERROR, source, line));
            }
        }
        return new ImportedPackage(
                Optional.of(DescriptorLanguage.OSM_IM),
                Optional.empty(),
                services,
                functions,
                physical,
                files,
                FieldCounts.none(),
                new ValidationReport(findings));
    }

    @Override
    public InputStream open(PackageSource source, String path) throws IOException {
        return lines(source).stream()
                .map(line -> line.split(" "))
                .filter(words -> words[0].equals("file") && words[1].equals(path))
                .map(words -> words[2].getBytes(StandardCharsets.UTF_8))
                .map(ByteArrayInputStream::new)
                .findFirst()
                .orElseThrow(() -> new FileNotFoundException(path));
    }

    @Override
    public ValidationReport check(
            NsDescriptor service, Function<String, Optional<VnfDescriptor>> vnfds) {
        return new ValidationReport(
                service.members().stream()
                        .map(VnfMember::vnfdId)
                        .filter(id -> vnfds.apply(id).isPresent() && id.startsWith("mismatched"))
                        .map(
                                id ->
                                        new Finding(
                                                Severity.ERROR,
                                                "REFERENCE_DANGLING",
                                                FindingPlace.ofFile("nsd"),
                                                id,
                                                ""))
                        .toList());
    }

    private static List<String> lines(PackageSource source) {
        try {
            return Files.readAllLines(source.file());
        } catch (IOException broken) {
            return List.of("error unreadable " + broken.getMessage());
        }
    }

    private static NsDescriptor service(String[] words) {
        List<VnfMember> members = new ArrayList<>();
        for (int i = 3; i < words.length; i++) {
            members.add(
                    new VnfMember(
                            "m" + i, words[i], Optional.empty(), Optional.empty(), List.of()));
        }
        DescriptorInfo info = DescriptorInfo.of(words[1], words[2]);
        return NsDescriptor.builder(info).members(members).build();
    }

    private static DescriptorInfo info(String[] words) {
        String provider = words.length > 3 ? words[3] : "";
        return new DescriptorInfo(words[1], words[1], provider, words[2], "", words[1]);
    }

    private static Finding finding(Severity severity, PackageSource source, String line) {
        FindingPlace place = new FindingPlace(source.fileName(), 1, 2, "root.field");
        return new Finding(severity, "TEST", place, line, "write \"better\"");
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.catalog.internal;

import io.telamon.model.PackageId;
import io.telamon.model.TenantId;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import io.telamon.northbound.api.OnboardResult;
import io.telamon.northbound.api.Upload;
import io.telamon.testkit.FakeClock;
import io.telamon.testkit.memory.InMemoryStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A catalog on a memory store and a temporary folder; {@link #restart} is a new process. */
final class Bench {
    static final long LIMIT = 4096;

    final InMemoryStore store = new InMemoryStore();
    final PlainReader reader = new PlainReader();
    final FakeClock clock = new FakeClock();
    final TenantId tenant = TenantId.create();
    final Caller ada = caller(tenant);
    final Path folder;
    TenantCatalog catalog;
    DescriptorCatalog core;

    Bench(Path folder) {
        this.folder = folder;
        restart();
    }

    void restart() {
        PackageFiles files = new PackageFiles(folder, LIMIT);
        Shelf shelf = new Shelf(store, new Readers(reader, reader, reader), files, clock, 3);
        catalog = new TenantCatalog(shelf);
        core = new DescriptorCatalog(shelf);
    }

    static Caller caller(TenantId tenant) {
        return new Caller("ada", tenant, Set.of(Role.PROJECT_ADMIN));
    }

    static Upload upload(String... lines) {
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return new Upload("folder/a package.txt", "", new ByteArrayInputStream(bytes));
    }

    OnboardResult onboard(String... lines) {
        clock.advance(java.time.Duration.ofSeconds(1));
        return catalog.onboard(ada, upload(lines));
    }

    PackageId onboarded(String... lines) {
        return onboard(lines).packages().get(0).id();
    }

    /** Names of all files below the folder, hidden ones included. */
    List<String> files() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

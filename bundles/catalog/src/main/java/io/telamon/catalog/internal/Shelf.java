/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.catalog.internal;

import io.telamon.catalog.api.ImportedPackage;
import io.telamon.catalog.api.PackageSource;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.PackageId;
import io.telamon.model.catalog.CatalogEntry;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.catalog.PackageState;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.store.api.Slice;
import io.telamon.store.api.Store;
import io.telamon.store.api.UnitOfWork;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Originals and what was read from them: rows in the store, bytes on disk, parsed descriptors in a
 * bounded memory that is filled from the originals again. Thread-safe.
 */
@Component(service = Shelf.class, configurationPid = "io.telamon.catalog")
@Designate(ocd = CatalogConfig.class)
public final class Shelf {
    private final Store store;
    private final Readers readers;
    private final PackageFiles files;
    private final Clock clock;
    private final Map<PackageId, Known> parsed;

    /** Opens the folder and clears what a crash left. */
    @Activate
    public Shelf(@Reference Store store, @Reference Readers readers, CatalogConfig config) {
        this(
                store,
                readers,
                new PackageFiles(folder(config), config.max_bytes()),
                Clock.systemUTC(),
                config.cached_packages());
    }

    Shelf(Store store, Readers readers, PackageFiles files, Clock clock, int cached) {
        this.store = store;
        this.readers = readers;
        this.files = files;
        this.clock = clock;
        this.parsed =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<PackageId, Known> eldest) {
                        return size() > cached;
                    }
                };
        recover();
    }

    Store store() {
        return store;
    }

    Readers readers() {
        return readers;
    }

    PackageFiles files() {
        return files;
    }

    Clock clock() {
        return clock;
    }

    /** The row; NOT_FOUND when there is none. */
    CatalogEntry entry(PackageId id) {
        return store.read(work -> work.catalog().find(id)).orElseThrow(() -> missing(id));
    }

    /** What the original of an on-boarded row holds. */
    ImportedPackage parsed(CatalogEntry entry) {
        return known(entry).read();
    }

    private Known known(CatalogEntry entry) {
        Optional<Known> there = known(entry.id());
        if (there.isPresent()) {
            return there.get();
        }
        if (entry.state() != PackageState.ONBOARDED) {
            throw new TelamonException(
                    ErrorCode.WRONG_STATE,
                    "Package %s is %s: bring its content first",
                    entry.id(),
                    entry.state());
        }
        ImportedPackage read = readers.reader().read(source(entry));
        return remember(entry, read);
    }

    private Optional<Known> known(PackageId id) {
        synchronized (parsed) {
            return Optional.ofNullable(parsed.get(id));
        }
    }

    /** Keeps what was just read. */
    Known remember(CatalogEntry entry, ImportedPackage read) {
        Known known = new Known(entry, read);
        synchronized (parsed) {
            parsed.put(entry.id(), known);
        }
        return known;
    }

    /** Drops what is known of a package. */
    void forget(PackageId id) {
        synchronized (parsed) {
            parsed.remove(id);
        }
    }

    /** The original as the readers want it. */
    PackageSource source(CatalogEntry entry) {
        return new PackageSource(entry.content().fileName(), files.original(entry.id()));
    }

    /** The service of a package; no question to the store while it is remembered. */
    NsDescriptor nsd(PackageId id) {
        return service(known(id).orElseGet(() -> known(entry(id))));
    }

    /** The network function of a package; no question to the store while it is remembered. */
    VnfDescriptor vnfd(PackageId id) {
        return function(known(id).orElseGet(() -> known(entry(id))));
    }

    private static NsDescriptor service(Known known) {
        return only(
                known,
                known.read().services().stream()
                        .filter(nsd -> nsd.id().equals(known.descriptorId()))
                        .findFirst(),
                PackageKind.NS);
    }

    private static VnfDescriptor function(Known known) {
        return only(
                known,
                known.read().functions().stream()
                        .filter(vnfd -> vnfd.id().equals(known.descriptorId()))
                        .findFirst(),
                PackageKind.VNF);
    }

    static TelamonException missing(PackageId id) {
        return new TelamonException(
                ErrorCode.NOT_FOUND, "There is no package %s in this tenant", id);
    }

    private static <T> T only(Known known, Optional<T> found, PackageKind wanted) {
        return found.filter(any -> known.entry().kind() == wanted)
                .orElseThrow(
                        () ->
                                new TelamonException(
                                        ErrorCode.WRONG_STATE,
                                        "Package %s is a %s package and holds no %s descriptor",
                                        known.entry().id(),
                                        known.entry().kind(),
                                        wanted));
    }

    private void recover() {
        files.sweep(id -> store.read(work -> work.catalog().find(id)).isPresent());
        store.write(
                work -> {
                    halfDone(work)
                            .forEach(row -> work.catalog().save(row.with(PackageState.CREATED)));
                    return null;
                });
    }

    private static List<CatalogEntry> halfDone(UnitOfWork work) {
        return work.catalog().list(null, null, Slice.all()).stream()
                .filter(
                        row ->
                                row.state() == PackageState.UPLOADING
                                        || row.state() == PackageState.PROCESSING)
                .toList();
    }

    private static Path folder(CatalogConfig config) {
        if (!config.folder().isBlank()) {
            return Path.of(config.folder());
        }
        return Path.of(System.getProperty("telamon.home", "."), "data", "packages");
    }

    /**
     * A package that is remembered.
     *
     * @param entry its row when it was read; only what never changes is used
     * @param read what it holds
     */
    record Known(CatalogEntry entry, ImportedPackage read) {
        String descriptorId() {
            return entry.name().descriptorId();
        }
    }
}

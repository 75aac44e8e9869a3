/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.catalog.internal;

import io.telamon.catalog.api.ImportedPackage;
import io.telamon.catalog.api.PackageSource;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.PackageId;
import io.telamon.model.TenantId;
import io.telamon.model.catalog.CatalogEntry;
import io.telamon.model.catalog.PackageState;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.ValidationReport;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.OnboardResult;
import io.telamon.northbound.api.PackageView;
import io.telamon.northbound.api.Upload;
import io.telamon.store.api.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes packages in: bytes to disk, read and check, then files and rows under one lock, so that two
 * uploads of one descriptor cannot both win. Thread-safe; uploads stream side by side.
 */
final class Onboarding {
    private static final Logger LOG = LoggerFactory.getLogger(Onboarding.class);

    private final Shelf shelf;
    private final References references;
    private final Drafts drafts;
    private final ReentrantLock lock = new ReentrantLock();

    Onboarding(Shelf shelf) {
        this.shelf = shelf;
        this.references = new References(shelf);
        this.drafts = new Drafts(shelf, references);
    }

    /** The lock that orders changes of the catalog's contents. */
    ReentrantLock lock() {
        return lock;
    }

    /** One step: nothing stays of refused content. */
    OnboardResult onboard(Caller caller, Upload upload) {
        PackageFiles.Received received = shelf.files().receive(upload);
        try {
            return take(caller, received, null);
        } finally {
            shelf.files().discard(received);
        }
    }

    /** Second of two steps: the entry tells how it ended. */
    OnboardResult upload(Caller caller, CatalogEntry announced, Upload upload) {
        CatalogEntry row = state(announced, PackageState.UPLOADING);
        PackageFiles.Received received = null;
        boolean ended = false;
        try {
            received = shelf.files().receive(upload);
            row = state(row, PackageState.PROCESSING);
            OnboardResult result = take(caller, received, row);
            if (result.packages().isEmpty()) {
                result = reject(caller, row, result.report());
            }
            ended = true;
            return result;
        } finally {
            if (received != null) {
                shelf.files().discard(received);
            }
            if (!ended) {
                state(row, announced.state());
            }
        }
    }

    private OnboardResult take(Caller caller, PackageFiles.Received received, CatalogEntry into) {
        PackageSource source = new PackageSource(received.fileName(), received.file());
        ImportedPackage read = shelf.readers().reader().read(source);
        if (!read.acceptable()) {
            return new OnboardResult(List.of(), read.report());
        }
        lock.lock();
        try {
            return place(caller, received, into, read);
        } finally {
            lock.unlock();
        }
    }

    private OnboardResult place(
            Caller caller,
            PackageFiles.Received received,
            CatalogEntry into,
            ImportedPackage read) {
        TenantId tenant = into == null ? caller.tenant() : into.tenant();
        List<Drafts.Draft> rows = drafts.of(tenant, read);
        ValidationReport report = read.report();
        if (into != null) {
            report =
                    References.join(report, Drafts.compare(into.kind(), received.fileName(), rows));
        }
        for (NsDescriptor service : read.services()) {
            report = References.join(report, references.check(tenant, read, service));
        }
        if (!report.acceptable() || rows.isEmpty()) {
            return new OnboardResult(List.of(), report);
        }
        return store(caller, new Batch(received, into, read, rows, report, tenant));
    }

    private OnboardResult store(Caller caller, Batch batch) {
        List<CatalogEntry> entries = entries(batch);
        try {
            entries.forEach(entry -> shelf.files().keep(batch.received(), entry.id()));
            List<PackageView> views =
                    shelf.store().write(work -> commit(work, caller, batch, entries));
            entries.forEach(entry -> shelf.files().confirm(entry.id()));
            entries.forEach(entry -> shelf.remember(entry, batch.read()));
            LOG.info("Package {} on-boarded as {}", batch.received().fileName(), names(entries));
            return new OnboardResult(views, batch.report());
        } catch (TelamonException refused) {
            entries.stream().filter(e -> !committed(e)).forEach(e -> shelf.files().remove(e.id()));
            throw refused;
        }
    }

    private boolean committed(CatalogEntry entry) {
        return shelf.store()
                .read(work -> work.catalog().find(entry.id()))
                .filter(row -> row.state() == PackageState.ONBOARDED)
                .isPresent();
    }

    private List<CatalogEntry> entries(Batch batch) {
        List<CatalogEntry> entries = new ArrayList<>();
        CatalogEntry.Content content =
                new CatalogEntry.Content(
                        batch.received().fileName(),
                        batch.received().size(),
                        batch.received().sha256());
        for (Drafts.Draft draft : batch.rows()) {
            boolean main = batch.into() != null && entries.isEmpty();
            entries.add(
                    new CatalogEntry(
                            main ? batch.into().id() : PackageId.create(),
                            batch.tenant(),
                            draft.kind(),
                            draft.name(),
                            PackageState.ONBOARDED,
                            true,
                            content,
                            main ? batch.into().created() : shelf.clock().instant(),
                            main ? batch.into().version() : 0));
        }
        return entries;
    }

    private List<PackageView> commit(
            UnitOfWork work, Caller caller, Batch batch, List<CatalogEntry> entries) {
        List<PackageView> views = new ArrayList<>();
        String report = Documents.write(batch.report());
        for (CatalogEntry entry : entries) {
            boolean announced = batch.into() != null && entry.id().equals(batch.into().id());
            CatalogEntry row = announced ? work.catalog().save(entry) : work.catalog().add(entry);
            work.catalog().saveDocument(row.id(), Documents.REPORT, report);
            if (!batch.read().services().isEmpty() && views.isEmpty()) {
                String refers = Documents.write(refers(batch.read().services().get(0)));
                work.catalog().saveDocument(row.id(), Documents.REFERS_TO, refers);
            }
            Entries.tell(work, row, "PackageOnboarded", caller.user(), shelf.clock().instant());
            views.add(Entries.view(work, row));
        }
        return views;
    }

    private OnboardResult reject(Caller caller, CatalogEntry row, ValidationReport report) {
        shelf.store()
                .write(
                        work -> {
                            CatalogEntry saved =
                                    work.catalog().save(row.with(PackageState.REJECTED));
                            String text = Documents.write(report);
                            work.catalog().saveDocument(saved.id(), Documents.REPORT, text);
                            Entries.tell(
                                    work,
                                    saved,
                                    "PackageRejected",
                                    caller.user(),
                                    shelf.clock().instant());
                            return saved;
                        });
        return new OnboardResult(List.of(), report);
    }

    private CatalogEntry state(CatalogEntry row, PackageState next) {
        return shelf.store()
                .write(
                        work -> {
                            CatalogEntry now =
                                    work.catalog()
                                            .find(row.id())
                                            .orElseThrow(() -> Shelf.missing(row.id()));
                            if (next == PackageState.UPLOADING && now.state() != row.state()) {
                                throw new TelamonException(
                                        ErrorCode.BUSY,
                                        "Another upload to package %s is under way",
                                        row.id());
                            }
                            return work.catalog().save(now.with(next));
                        });
    }

    private static Map<String, String> refers(NsDescriptor service) {
        return References.named(service).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, named -> named.getValue().name()));
    }

    private static String names(List<CatalogEntry> entries) {
        return entries.stream()
                .map(entry -> entry.kind() + " " + entry.name().descriptorId() + " " + entry.id())
                .collect(Collectors.joining(", "));
    }

    /**
     * What is being put into the catalog.
     *
     * @param received the bytes
     * @param into announced row, or null
     * @param read what the bytes hold
     * @param rows rows to be
     * @param report all findings
     * @param tenant owner
     */
    private record Batch(
            PackageFiles.Received received,
            CatalogEntry into,
            ImportedPackage read,
            List<Drafts.Draft> rows,
            ValidationReport report,
            TenantId tenant) {}
}

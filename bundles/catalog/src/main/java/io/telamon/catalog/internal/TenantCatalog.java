/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.catalog.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.PackageId;
import io.telamon.model.catalog.CatalogEntry;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.catalog.PackageState;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.ValidationReport;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.CatalogFacade;
import io.telamon.northbound.api.OnboardResult;
import io.telamon.northbound.api.PackageView;
import io.telamon.northbound.api.Page;
import io.telamon.northbound.api.Upload;
import io.telamon.store.api.Slice;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The catalog as doors use it: rights and tenancy first, then the work. Thread-safe. */
@Component(service = CatalogFacade.class)
public final class TenantCatalog implements CatalogFacade {
    private static final String READ = "catalog:read";
    private static final String WRITE = "catalog:write";
    private static final int MOST = 1000;

    private final Shelf shelf;
    private final Onboarding onboarding;
    private final Removal removal;

    /** Works on what the shelf holds. */
    @Activate
    public TenantCatalog(@Reference Shelf shelf) {
        this.shelf = shelf;
        this.onboarding = new Onboarding(shelf);
        this.removal = new Removal(shelf);
    }

    @Override
    public Page<PackageView> list(Caller caller, PackageKind kind, Page.Request page) {
        caller.require(READ);
        if (page.limit() < 1 || page.limit() > MOST) {
            throw new TelamonException(
                    ErrorCode.INVALID_ARGUMENT,
                    "A page has 1 to %d items, not %d",
                    MOST,
                    page.limit());
        }
        Slice slice = new Slice(page.after(), page.limit() + 1);
        return shelf.store()
                .read(
                        work -> {
                            List<CatalogEntry> rows =
                                    work.catalog()
                                            .list(
                                                    caller.seesAllTenants()
                                                            ? null
                                                            : caller.tenant(),
                                                    kind,
                                                    slice);
                            boolean more = rows.size() > page.limit();
                            List<CatalogEntry> shown = more ? rows.subList(0, page.limit()) : rows;
                            return new Page<>(
                                    shown.stream().map(row -> Entries.view(work, row)).toList(),
                                    more ? shown.get(shown.size() - 1).id().value() : "");
                        });
    }

    @Override
    public PackageView get(Caller caller, PackageId id) {
        caller.require(READ);
        return shelf.store().read(work -> Entries.view(work, Entries.mine(work, caller, id)));
    }

    @Override
    public PackageView create(Caller caller, PackageKind kind, Map<String, String> userData) {
        caller.require(WRITE);
        CatalogEntry announced =
                new CatalogEntry(
                        PackageId.create(),
                        caller.tenant(),
                        kind,
                        CatalogEntry.Name.none(),
                        PackageState.CREATED,
                        true,
                        null,
                        shelf.clock().instant(),
                        0);
        return shelf.store()
                .write(
                        work -> {
                            CatalogEntry row = work.catalog().add(announced);
                            work.catalog()
                                    .saveDocument(
                                            row.id(),
                                            Documents.USER_DATA,
                                            Documents.write(userData));
                            Entries.tell(
                                    work,
                                    row,
                                    "PackageCreated",
                                    caller.user(),
                                    announced.created());
                            return Entries.view(work, row);
                        });
    }

    @Override
    public OnboardResult upload(Caller caller, PackageId id, Upload upload) {
        caller.require(WRITE);
        CatalogEntry row = mine(caller, id);
        if (row.state() != PackageState.CREATED && row.state() != PackageState.REJECTED) {
            throw new TelamonException(
                    ErrorCode.WRONG_STATE,
                    "Package %s is %s: content can be brought once; announce another package",
                    id,
                    row.state());
        }
        return onboarding.upload(caller, row, upload);
    }

    @Override
    public OnboardResult onboard(Caller caller, Upload upload) {
        caller.require(WRITE);
        return onboarding.onboard(caller, upload);
    }

    @Override
    public ValidationReport report(Caller caller, PackageId id) {
        caller.require(READ);
        return shelf.store()
                .read(
                        work ->
                                work.catalog()
                                        .document(
                                                Entries.mine(work, caller, id).id(),
                                                Documents.REPORT)
                                        .map(Documents::report)
                                        .orElse(new ValidationReport(List.of())));
    }

    @Override
    public InputStream content(Caller caller, PackageId id) {
        caller.require(READ);
        return shelf.files().open(onboarded(caller, id).id());
    }

    @Override
    public String descriptor(Caller caller, PackageId id) {
        caller.require(READ);
        CatalogEntry row = onboarded(caller, id);
        return DescriptorFile.read(
                shelf.readers().contents(), shelf.source(row), shelf.parsed(row).artifacts());
    }

    @Override
    public InputStream artifact(Caller caller, PackageId id, String path) {
        caller.require(READ);
        CatalogEntry row = onboarded(caller, id);
        return DescriptorFile.open(shelf.readers().contents(), shelf.source(row), path);
    }

    @Override
    public NsDescriptor nsd(Caller caller, PackageId id) {
        caller.require(READ);
        return shelf.nsd(onboarded(caller, id).id());
    }

    @Override
    public VnfDescriptor vnfd(Caller caller, PackageId id) {
        caller.require(READ);
        return shelf.vnfd(onboarded(caller, id).id());
    }

    @Override
    public PackageView update(
            Caller caller,
            PackageId id,
            long expectedVersion,
            Boolean enabled,
            Map<String, String> userData) {
        caller.require(WRITE);
        return shelf.store()
                .write(
                        work -> {
                            CatalogEntry row = Entries.mine(work, caller, id);
                            requireVersion(row, expectedVersion);
                            if (userData != null) {
                                work.catalog()
                                        .saveDocument(
                                                id, Documents.USER_DATA, Documents.write(userData));
                            }
                            boolean next = enabled == null ? row.enabled() : enabled;
                            CatalogEntry saved = work.catalog().save(enabled(row, next));
                            Entries.tell(
                                    work,
                                    saved,
                                    "PackageUpdated",
                                    caller.user(),
                                    shelf.clock().instant());
                            return Entries.view(work, saved);
                        });
    }

    @Override
    public void delete(Caller caller, PackageId id) {
        caller.require(WRITE);
        onboarding.lock().lock();
        try {
            removal.delete(caller, mine(caller, id));
        } finally {
            onboarding.lock().unlock();
        }
    }

    private CatalogEntry mine(Caller caller, PackageId id) {
        return shelf.store().read(work -> Entries.mine(work, caller, id));
    }

    private CatalogEntry onboarded(Caller caller, PackageId id) {
        CatalogEntry row = mine(caller, id);
        if (row.state() != PackageState.ONBOARDED) {
            throw new TelamonException(
                    ErrorCode.WRONG_STATE,
                    "Package %s is %s and has no content to show: bring it first",
                    id,
                    row.state());
        }
        return row;
    }

    private static void requireVersion(CatalogEntry row, long expected) {
        if (expected != -1 && expected != row.version()) {
            throw new TelamonException(
                    ErrorCode.STALE,
                    "Package %s has version %d, not %d: read it again",
                    row.id(),
                    row.version(),
                    expected);
        }
    }

    private static CatalogEntry enabled(CatalogEntry row, boolean next) {
        return new CatalogEntry(
                row.id(),
                row.tenant(),
                row.kind(),
                row.name(),
                row.state(),
                next,
                row.content(),
                row.created(),
                row.version());
    }
}

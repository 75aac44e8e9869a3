/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.errors.ErrorCode;
import io.telamon.model.PackageId;
import io.telamon.model.TenantId;
import io.telamon.model.catalog.CatalogEntry;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.catalog.PackageState;
import io.telamon.store.api.Slice;
import io.telamon.testkit.Samples;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Catalog entries. */
public interface CatalogContract extends StoreUnderTest {
    /** All of an entry is kept, with and without content. */
    @Test
    default void entryIsFoundAsAdded() {
        TenantId tenant = Samples.tenant();
        CatalogEntry entry = Samples.entry(tenant, "ping");
        CatalogEntry empty =
                new CatalogEntry(
                        PackageId.create(),
                        tenant,
                        PackageKind.VNF,
                        CatalogEntry.Name.none(),
                        PackageState.CREATED,
                        false,
                        null,
                        Samples.NOW,
                        0);

        CatalogEntry added = written(unit -> unit.catalog().add(entry));
        CatalogEntry addedEmpty = written(unit -> unit.catalog().add(empty));

        assertThat(added.version()).isEqualTo(1);
        assertThat(added.content()).isEqualTo(entry.content());
        thatFound(unit -> unit.catalog().find(entry.id())).contains(added);
        thatFound(unit -> unit.catalog().find(empty.id())).contains(addedEmpty);
        refused(ErrorCode.ALREADY_EXISTS, unit -> unit.catalog().add(entry));
    }

    /** Only on-boarded entries count as holders of a descriptor id. */
    @Test
    default void descriptorIsFoundWhenOnboarded() {
        TenantId tenant = Samples.tenant();
        CatalogEntry ready = Samples.entry(tenant, "ping");
        CatalogEntry refused = Samples.entry(tenant, "ping").with(PackageState.REJECTED);
        write(unit -> Stream.of(ready, refused).forEach(unit.catalog()::add));

        thatList(unit -> unit.catalog().findByDescriptor(tenant, PackageKind.NS, "ping"))
                .extracting(CatalogEntry::id)
                .containsExactly(ready.id());
        thatList(unit -> unit.catalog().findByDescriptor(tenant, PackageKind.VNF, "ping"))
                .isEmpty();
    }

    /** Lists are in id order, of one kind or of all. */
    @Test
    default void entriesArePaged() {
        TenantId tenant = Samples.tenant();
        List<String> ids =
                Stream.of("a", "b", "c")
                        .map(
                                name ->
                                        written(
                                                unit ->
                                                        unit.catalog()
                                                                .add(Samples.entry(tenant, name))))
                        .map(entry -> entry.id().value())
                        .sorted()
                        .toList();

        thatList(unit -> unit.catalog().list(tenant, null, new Slice("", 2)))
                .extracting(entry -> entry.id().value())
                .isEqualTo(ids.subList(0, 2));
        thatList(unit -> unit.catalog().list(tenant, PackageKind.NS, new Slice(ids.get(1), 2)))
                .extracting(entry -> entry.id().value())
                .isEqualTo(ids.subList(2, 3));
        thatList(unit -> unit.catalog().list(tenant, PackageKind.PNF, Slice.first())).isEmpty();
    }

    /** Saving raises the version; an old version is STALE. */
    @Test
    default void entrySaveChecksTheVersion() {
        CatalogEntry added =
                written(unit -> unit.catalog().add(Samples.entry(Samples.tenant(), "ping")));

        CatalogEntry saved =
                written(unit -> unit.catalog().save(added.with(PackageState.PROCESSING)));

        assertThat(saved.version()).isEqualTo(2);
        thatFound(unit -> unit.catalog().find(added.id())).contains(saved);
        refused(ErrorCode.STALE, unit -> unit.catalog().save(added));
    }

    /** Texts of an entry are replaced, may be long and go with the entry. */
    @Test
    default void documentsBelongToTheirEntry() {
        CatalogEntry entry = Samples.entry(Samples.tenant(), "ping");
        String text = "{\"long\":\"" + "ü".repeat(3_000_000) + "\"}";
        write(
                unit -> {
                    unit.catalog().add(entry);
                    unit.catalog().saveDocument(entry.id(), "report", "{}");
                    unit.catalog().saveDocument(entry.id(), "user-data", "{\"a\":1}");
                });

        write(unit -> unit.catalog().saveDocument(entry.id(), "report", text));

        thatFound(unit -> unit.catalog().document(entry.id(), "report")).contains(text);
        thatFound(unit -> unit.catalog().document(entry.id(), "user-data")).contains("{\"a\":1}");
        thatFound(unit -> unit.catalog().document(entry.id(), "none")).isEmpty();

        write(unit -> unit.catalog().remove(entry.id()));
        thatFound(unit -> unit.catalog().find(entry.id())).isEmpty();
        thatFound(unit -> unit.catalog().document(entry.id(), "report")).isEmpty();
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.archive;

import io.telamon.catalog.api.PackageContents;
import io.telamon.catalog.api.PackageSource;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Opens one file of a package by going through the archive up to it. */
@Component(service = PackageContents.class)
public final class ArchivedFiles implements PackageContents {
    private final Limits limits;

    /** Creates the service with the limits of a normal installation. */
    @Activate
    public ArchivedFiles() {
        this(Limits.standard());
    }

    ArchivedFiles(Limits limits) {
        this.limits = limits;
    }

    @Override
    public InputStream open(PackageSource source, String path) throws IOException {
        Container container = Container.of(source);
        var exact = find(source, container, path::equals);
        var found = exact.isPresent() ? exact : find(source, container, p -> below(p).equals(path));
        if (found.isPresent()) {
            return owning(found.get());
        }
        throw new FileNotFoundException("%s has no file %s".formatted(source.fileName(), path));
    }

    private Optional<EntryCursor> find(
            PackageSource source, Container container, Predicate<String> wanted)
            throws IOException {
        EntryCursor cursor = container.open(source, limits);
        boolean found = false;
        try {
            while (!found && cursor.next()) {
                found = readable(cursor) && wanted.test(EntryNames.plain(cursor.name()));
            }
        } finally {
            if (!found) {
                cursor.close();
            }
        }
        return found ? Optional.of(cursor) : Optional.empty();
    }

    private static String below(String path) {
        return path.substring(path.indexOf('/') + 1);
    }

    private static boolean readable(EntryCursor cursor) {
        return cursor.type() == EntryCursor.EntryType.FILE
                && EntryNames.problem(cursor.name()).isEmpty();
    }

    private static InputStream owning(EntryCursor cursor) throws IOException {
        return new FilterInputStream(cursor.content()) {
            @Override
            public void close() throws IOException {
                cursor.close();
            }
        };
    }
}

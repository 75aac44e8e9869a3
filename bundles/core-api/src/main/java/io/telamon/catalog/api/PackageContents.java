/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.catalog.api;

import java.io.IOException;
import java.io.InputStream;

/** Opens single files inside a package that was read before. Safe for several threads. */
public interface PackageContents {
    /**
     * Opens one file of a package as a stream; the caller closes it. For a bare descriptor the only
     * path is its own file name.
     *
     * @param source the package
     * @param path path as {@link PackageArtifact#path()} gives it
     * @throws java.io.FileNotFoundException if the package has no such file
     * @throws IOException if the package cannot be read
     */
    InputStream open(PackageSource source, String path) throws IOException;
}

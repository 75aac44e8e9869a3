/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.spi;

import io.telamon.model.resource.ArtifactRef;
import java.io.IOException;
import java.io.InputStream;

/** Opens files of on-boarded packages for plug-ins that stream them to a cloud. */
@FunctionalInterface
public interface ArtifactSource {
    /**
     * Opens one file; the caller closes it.
     *
     * @throws IOException when the package or file is gone
     */
    InputStream open(ArtifactRef artifact) throws IOException;
}

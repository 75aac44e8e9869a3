/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.resource;

import io.telamon.model.PackageId;

/**
 * Names a file inside an on-boarded package.
 *
 * @param packageId which package
 * @param path path inside it, with {@code /}
 * @param size length in bytes
 */
public record ArtifactRef(PackageId packageId, String path, long size) {}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.resource;

/**
 * A software image that must be streamed up from a package.
 *
 * @param name image name the descriptor uses
 * @param diskFormat {@code qcow2}, {@code raw}, ...
 * @param sha256 checksum of the content in hex; images are shared by it
 * @param content where the bytes are, for {@code ArtifactSource}
 * @param minDiskGb smallest disk that can hold it, in GiB
 */
public record ImageSpec(
        String name, String diskFormat, String sha256, ArtifactRef content, int minDiskGb)
        implements ResourceSpec {
    @Override
    public String kind() {
        return "image";
    }
}

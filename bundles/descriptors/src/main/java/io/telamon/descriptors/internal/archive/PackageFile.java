/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.archive;

import java.util.Map;
import java.util.Optional;

/**
 * A file of a package.
 *
 * @param path path without the common top folder
 * @param size unpacked bytes
 * @param digests checksums in lower-case hex by algorithm: MD5, SHA-256, SHA-512
 * @param content the bytes, if the file is small enough to be a descriptor, script or manifest
 */
public record PackageFile(
        String path, long size, Map<String, String> digests, Optional<byte[]> content) {
    PackageFile moved(String newPath) {
        return new PackageFile(newPath, size, digests, content);
    }
}

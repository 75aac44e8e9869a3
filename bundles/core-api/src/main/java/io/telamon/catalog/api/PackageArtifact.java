/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.catalog.api;

/**
 * A file inside a package.
 *
 * @param path path in the package, without a common top folder; separated by slashes
 * @param size bytes when unpacked
 * @param sha256 checksum of the unpacked bytes in lower-case hex
 */
public record PackageArtifact(String path, long size, String sha256) {}

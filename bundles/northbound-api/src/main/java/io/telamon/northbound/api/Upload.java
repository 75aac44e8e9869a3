/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import java.io.InputStream;

/**
 * Content that arrives.
 *
 * @param fileName name as given by the sender
 * @param sha256 checksum the sender expects, or empty
 * @param body the bytes; closed by the caller
 */
public record Upload(String fileName, String sha256, InputStream body) {}

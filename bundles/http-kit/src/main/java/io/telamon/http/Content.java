/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * A body too large to be held in memory.
 *
 * @param source opens the bytes; opened once per attempt and closed by the call
 * @param size number of bytes; -1 when it is not known
 */
public record Content(Source source, long size) {
    /** Opens the bytes. */
    @FunctionalInterface
    public interface Source {
        /** A new stream. */
        InputStream open() throws IOException;
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

/**
 * Where in a package something is.
 *
 * @param file path in the package, or the package's own file name
 * @param line line from 1, 0 when the file has no lines
 * @param column column from 1, 0 when the file has no lines
 * @param path path of the field, such as {@code vnfd.vdu[0].image}; empty for the whole file
 */
public record FindingPlace(String file, int line, int column, String path) {
    /** Returns the whole of a file. */
    public static FindingPlace ofFile(String file) {
        return new FindingPlace(file, 0, 0, "");
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.catalog.api;

/**
 * Reads a package or a bare descriptor of any supported language into the model.
 *
 * <p>Safe for several threads. Reads the file once or twice as a stream; never keeps it open, never
 * writes, never follows a reference out of the package.
 */
public interface DescriptorReader {
    /**
     * Reads one package. Bad input of any kind ends in the report, never in an exception.
     *
     * @param source the package as it was uploaded
     * @return what was understood; descriptors only when the report has no error
     */
    ImportedPackage read(PackageSource source);
}

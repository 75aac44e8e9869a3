/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import io.telamon.model.descriptor.ValidationReport;
import java.util.List;

/**
 * Outcome of an upload: the entries made of it (none when it was refused) and what was found.
 *
 * @param packages entries, for instance the VNFs and the NS of one Open Baton file
 * @param report findings with file, line, column, path and hint
 */
public record OnboardResult(List<PackageView> packages, ValidationReport report) {
    /** Copies the list. */
    public OnboardResult {
        packages = List.copyOf(packages);
    }
}

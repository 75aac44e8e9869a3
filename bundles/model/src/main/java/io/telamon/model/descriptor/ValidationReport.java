/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.List;

/**
 * All findings about a package, in the order they were met. A package is acceptable when none is an
 * error.
 *
 * @param findings the findings
 */
public record ValidationReport(List<Finding> findings) {
    /** Copies the list. */
    public ValidationReport {
        findings = List.copyOf(findings);
    }

    /** Tells whether the package may be accepted. */
    public boolean acceptable() {
        return findings.stream().noneMatch(f -> f.severity() == Severity.ERROR);
    }

    /** Returns the findings of one severity. */
    public List<Finding> of(Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).toList();
    }
}

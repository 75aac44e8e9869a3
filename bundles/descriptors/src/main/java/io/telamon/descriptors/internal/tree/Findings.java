/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tree;

import io.telamon.model.descriptor.Finding;
import io.telamon.model.descriptor.FindingPlace;
import io.telamon.model.descriptor.Severity;
import io.telamon.model.descriptor.ValidationReport;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the findings of one package. Bounded, so that a hostile file cannot fill the memory with
 * its own complaints; errors are kept even when warnings have used up the room. One thread only.
 */
public final class Findings {
    private static final int MOST_ERRORS = 200;
    private static final int MOST_OTHERS = 300;

    private final List<Finding> findings = new ArrayList<>();
    private int errors;
    private int others;

    /** Adds an error: the package will be refused. */
    public void error(String code, FindingPlace place, String message, String hint) {
        errors++;
        if (errors <= MOST_ERRORS) {
            findings.add(new Finding(Severity.ERROR, code, place, message, hint));
        }
    }

    /** Adds a warning. */
    public void warning(String code, FindingPlace place, String message, String hint) {
        other(new Finding(Severity.WARNING, code, place, message, hint));
    }

    /** Adds something worth knowing. */
    public void info(String code, FindingPlace place, String message, String hint) {
        other(new Finding(Severity.INFO, code, place, message, hint));
    }

    /** Tells whether the package is already refused. */
    public boolean refused() {
        return errors > 0;
    }

    /** Returns the report. */
    public ValidationReport report() {
        var all = new ArrayList<>(findings);
        int dropped = Math.max(0, errors - MOST_ERRORS) + Math.max(0, others - MOST_OTHERS);
        if (dropped > 0) {
            var place = FindingPlace.ofFile("");
            var text = dropped + " further findings were left out";
            all.add(new Finding(Severity.INFO, "REPORT_CUT", place, text, "Repair these first"));
        }
        return new ValidationReport(all);
    }

    private void other(Finding finding) {
        others++;
        if (others <= MOST_OTHERS) {
            findings.add(finding);
        }
    }
}

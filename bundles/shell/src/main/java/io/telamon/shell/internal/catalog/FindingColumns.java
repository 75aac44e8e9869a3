/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.catalog;

import io.telamon.model.descriptor.Finding;
import io.telamon.shell.internal.base.Column;
import java.util.List;

/** How findings of a package look. */
final class FindingColumns {
    static final List<Column<Finding>> ALL =
            List.of(
                    Column.of("severity", Finding::severity),
                    Column.of("code", Finding::code),
                    Column.of("file", finding -> finding.place().file()),
                    Column.of("line", finding -> finding.place().line()),
                    Column.of("column", finding -> finding.place().column()),
                    Column.of("path", finding -> finding.place().path()),
                    Column.of("message", Finding::message),
                    Column.of("hint", Finding::hint));

    private FindingColumns() {}

    /** One line as compilers write it. */
    static String line(Finding finding) {
        return finding.place().file()
                + ":"
                + finding.place().line()
                + ":"
                + finding.place().column()
                + ": "
                + finding.severity()
                + " "
                + finding.code()
                + " "
                + (finding.place().path().isEmpty() ? "" : finding.place().path() + ": ")
                + finding.message()
                + (finding.hint().isEmpty() ? "" : " (" + finding.hint() + ")");
    }
}

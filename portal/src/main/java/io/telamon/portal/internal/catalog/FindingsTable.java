/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.catalog;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import io.telamon.model.descriptor.Finding;
import io.telamon.model.descriptor.FindingPlace;
import io.telamon.model.descriptor.ValidationReport;
import io.telamon.portal.internal.widget.StateTag;

/** What was found in a package: how grave, where exactly, what, and what to do. */
final class FindingsTable extends Div {
    private static final int MOST = 500;

    FindingsTable(ValidationReport report) {
        addClassName("tm-findings");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", t("findings.title"));
        NativeTable table = new NativeTable();
        NativeTableRow head = new NativeTableRow();
        for (String column :
                new String[] {"severity", "file", "line", "column", "path", "message"}) {
            head.add(new NativeTableHeaderCell(t("findings." + column)));
        }
        table.getHead().add(head);
        NativeTableBody body = table.getBody();
        report.findings().stream().limit(MOST).forEach(finding -> body.add(row(finding)));
        add(table);
        if (report.findings().size() > MOST) {
            add(new Span(t("findings.more", report.findings().size() - MOST)));
        }
    }

    private static NativeTableRow row(Finding finding) {
        FindingPlace place = finding.place();
        Div message = new Div(new Span(finding.message()));
        if (!finding.hint().isEmpty()) {
            Span hint = new Span(finding.hint());
            hint.addClassName("tm-hint");
            message.add(hint);
        }
        Code code = new Code(finding.code());
        code.addClassName("tm-hint");
        message.add(code);
        NativeTableRow row = new NativeTableRow();
        row.add(
                new NativeTableCell(new StateTag(finding.severity())),
                new NativeTableCell(new Span(place.file())),
                new NativeTableCell(place.line() > 0 ? String.valueOf(place.line()) : ""),
                new NativeTableCell(place.column() > 0 ? String.valueOf(place.column()) : ""),
                new NativeTableCell(new Code(place.path())),
                new NativeTableCell(message));
        return row;
    }
}

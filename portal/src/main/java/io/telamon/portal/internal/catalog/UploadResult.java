/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.catalog;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.telamon.errors.Problem;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.catalog.PackageState;
import io.telamon.model.descriptor.Severity;
import io.telamon.model.descriptor.ValidationReport;
import io.telamon.northbound.api.OnboardResult;
import io.telamon.northbound.api.PackageView;
import io.telamon.portal.internal.widget.StateTag;

/** What became of one file: the packages made of it, or why it was refused, and the findings. */
final class UploadResult extends Div {
    /** The catalog looked at the file. */
    UploadResult(String file, OnboardResult result) {
        boolean good = result.report().acceptable() && !result.packages().isEmpty();
        head(file, good ? PackageState.ONBOARDED : PackageState.REJECTED);
        result.packages().forEach(made -> add(link(made)));
        ValidationReport report = result.report();
        if (!report.findings().isEmpty()) {
            Details details =
                    new Details(
                            t(
                                    "findings.summary",
                                    report.of(Severity.ERROR).size(),
                                    report.of(Severity.WARNING).size(),
                                    report.of(Severity.INFO).size()),
                            new FindingsTable(report));
            details.setOpened(!good);
            add(details);
        }
    }

    /** The catalog could not even look. */
    UploadResult(String file, Problem problem) {
        head(file, PackageState.REJECTED);
        add(new Div(new Span(problem.detail() + " "), new Code(problem.code().name())));
    }

    private void head(String file, PackageState state) {
        addClassName("tm-upload-result");
        Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> removeFromParent());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON);
        close.setAriaLabel(t("upload.dismiss", file));
        Span name = new Span(file);
        name.addClassName("tm-file");
        Div head = new Div(new StateTag(state), name, close);
        head.addClassName("tm-upload-head");
        add(head);
    }

    private static Div link(PackageView made) {
        String area = made.kind() == PackageKind.NS ? "ns" : "vnf";
        Anchor link =
                new Anchor(
                        "catalog/" + area + "/" + made.id(),
                        t("kind." + made.kind())
                                + " "
                                + made.name().title()
                                + " "
                                + made.name().version());
        link.getElement().setAttribute("router-link", true);
        return new Div(link);
    }
}

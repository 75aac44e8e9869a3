/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.catalog;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.Problem;
import io.telamon.errors.TelamonException;
import io.telamon.model.PackageId;
import io.telamon.model.catalog.PackageState;
import io.telamon.model.descriptor.ValidationReport;
import io.telamon.northbound.api.CatalogFacade;
import io.telamon.northbound.api.PackageView;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.widget.ErrorPanel;
import io.telamon.portal.internal.widget.UrlState;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tabs of a package: overview, validation report, descriptor text. Each loads when opened. */
final class PackageTabs {
    private final TabSheet tabs;
    private final Map<String, Tab> byName = new LinkedHashMap<>();
    private final Map<String, Div> panels = new LinkedHashMap<>();
    private PackageView shown;
    private UrlState url;

    PackageTabs(TabSheet tabs) {
        this.tabs = tabs;
        for (String name : new String[] {"overview", "report", "descriptor"}) {
            Div panel = new Div();
            panels.put(name, panel);
            byName.put(name, tabs.add(t("package.tab." + name), panel));
        }
        tabs.addSelectedChangeListener(
                event -> {
                    if (url != null && event.isFromClient()) {
                        url.put(Map.of("tab", selected()));
                        fill();
                    }
                });
    }

    void follow(UrlState state) {
        url = state;
        tabs.setSelectedTab(byName.getOrDefault(state.get("tab"), byName.get("overview")));
    }

    private String selected() {
        return byName.entrySet().stream()
                .filter(entry -> entry.getValue().equals(tabs.getSelectedTab()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("overview");
    }

    void show(PackageView view) {
        shown = view;
        fill();
    }

    private void fill() {
        if (shown == null) {
            return;
        }
        Div panel = panels.get(selected());
        panel.removeAll();
        try {
            switch (selected()) {
                case "report" -> report(panel, shown.id());
                case "descriptor" -> descriptor(panel, shown.id());
                default -> overview(panel);
            }
        } catch (TelamonException problem) {
            if (problem.code() == ErrorCode.UNAVAILABLE) {
                throw problem; // the page shows its banner and comes again
            }
            panel.add(new ErrorPanel(Problem.of(problem), this::fill));
        }
    }

    private void overview(Div panel) {
        if (shown.state() == PackageState.ONBOARDED) {
            panel.add(new DescriptorPanel(shown));
        } else {
            panel.add(new Paragraph(t("package.notready")));
        }
    }

    private static void report(Div panel, PackageId id) {
        ValidationReport report =
                Facades.call(CatalogFacade.class, catalog -> catalog.report(SignedIn.me(), id));
        panel.add(
                report.findings().isEmpty()
                        ? new Paragraph(t("findings.none"))
                        : new FindingsTable(report));
    }

    private static void descriptor(Div panel, PackageId id) {
        String original =
                Facades.call(CatalogFacade.class, catalog -> catalog.descriptor(SignedIn.me(), id));
        Pre text = new Pre(original);
        text.addClassName("tm-code");
        text.getElement().setAttribute("tabindex", "0");
        text.getElement().setAttribute("role", "region");
        text.getElement().setAttribute("aria-label", t("package.tab.descriptor"));
        panel.add(text);
    }
}

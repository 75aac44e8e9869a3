/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instantiate;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.telamon.errors.Problem;
import io.telamon.errors.TelamonException;
import io.telamon.model.event.Event;
import io.telamon.northbound.api.OperationView;
import io.telamon.northbound.api.PlanPreview;
import io.telamon.portal.internal.app.Needs;
import io.telamon.portal.internal.live.LiveView;
import io.telamon.portal.internal.plan.PlanSummary;
import io.telamon.portal.internal.shell.Shell;
import io.telamon.portal.internal.widget.ErrorPanel;
import io.telamon.portal.internal.widget.SameAs;
import io.telamon.portal.internal.widget.UrlState;

/** What, where and how on one page, the dry run beside it; the address holds the whole draft. */
@Route(value = "instances/new", layout = Shell.class)
@Needs("ns:operate")
public final class InstantiatePage extends LiveView
        implements BeforeEnterObserver, HasDynamicTitle {
    private final Draft draft = new Draft();
    private final WhatForm what = new WhatForm(draft);
    private final WhereForm where = new WhereForm(draft);
    private final ParameterForm parameters = new ParameterForm(draft);
    private final Div result = new Div();
    private final SameAs same = new SameAs();
    private final Button dryRun = new Button(t("action.dryrun"), click -> dryRun());
    private final Button accept = new Button(t("action.instantiate"), click -> instantiate());
    private boolean filled;

    /** Builds the page. */
    public InstantiatePage() {
        Header head = new Header(new H1(t("instantiate.title")));
        head.addClassName("tm-list-head");
        accept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div buttons = new Div(dryRun, accept);
        buttons.addClassName("tm-actions");
        Div form =
                new Div(
                        section("what", what),
                        section("where", where),
                        section("parameters", parameters));
        form.addClassName("tm-form");
        result.add(new Paragraph(t("instantiate.hint")));
        Section plan = new Section(new H2(t("instantiate.plan")), buttons, result, same);
        plan.addClassNames("tm-card", "tm-sticky");
        Div split = new Div(form, plan);
        split.addClassName("tm-halves");
        content().add(head, split);
        what.onService(this::service);
        draft.onChange(this::changed);
    }

    private static Section section(String key, com.vaadin.flow.component.Component body) {
        Section section = new Section(new H2(t("instantiate." + key)), body);
        section.addClassName("tm-card");
        return section;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        draft.follow(new UrlState(event.getLocation()));
    }

    @Override
    protected void load() {
        if (!filled) { // later changes must not take from a person what it has typed
            where.load();
            what.load();
            parameters.load();
            filled = true;
            changed();
        }
    }

    private void service() {
        Wishes.Service service = Wishes.service(draft.service());
        where.members(service.members());
        parameters.suggest(service.parameters());
    }

    private void changed() {
        boolean complete = draft.complete();
        dryRun.setEnabled(complete);
        accept.setEnabled(complete);
        same.setVisible(complete);
        same.show(draft.command(), draft.rest());
    }

    private void dryRun() {
        try {
            PlanPreview plan = Wishes.preview(draft);
            PlanSummary summary = new PlanSummary();
            summary.show(plan);
            show(summary);
            where.members(
                    plan.placements().stream()
                            .map(PlanPreview.PlacementView::memberIndex)
                            .toList());
        } catch (TelamonException refused) {
            show(new ErrorPanel(Problem.of(refused), null));
        }
    }

    private void instantiate() {
        try {
            OperationView accepted = Wishes.accept(draft);
            UI.getCurrent().navigate("operations/" + accepted.operation().id());
        } catch (TelamonException refused) {
            show(new ErrorPanel(Problem.of(refused), null));
        }
    }

    private void show(com.vaadin.flow.component.Component outcome) {
        result.removeAll();
        result.add(outcome);
    }

    @Override
    protected boolean concerns(Event event) {
        return false; // a draft is the person's own
    }

    @Override
    public String getPageTitle() {
        return t("instantiate.title") + " · " + t("app.name");
    }
}

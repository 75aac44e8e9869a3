/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.edge;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.renderer.TextRenderer;
import io.telamon.northbound.api.EdgeView;
import io.telamon.portal.internal.widget.DataTable;
import java.util.Locale;

/** What is at the edge as tables. */
final class EdgeTables {
    private static final double FULL = 100;

    private final DataTable<EdgeView.Function> functions =
            new DataTable<>(t("edge.functions"), EdgeView.Function::name);
    private final DataTable<EdgeView.Computer> computers =
            new DataTable<>(t("edge.computers"), EdgeView.Computer::endpoint);
    private final DataTable<EdgeView.Broker> brokers =
            new DataTable<>(t("edge.brokers"), EdgeView.Broker::endpoint);
    private final DataTable<EdgeView.Route> routes =
            new DataTable<>(
                    t("edge.routes"),
                    row -> row.broker() + " " + row.function() + " " + row.destination());

    EdgeTables() {
        functionColumns();
        computerColumns();
        brokerColumns();
        routeColumns();
    }

    private void functionColumns() {
        functions
                .text("name", t("column.name"), EdgeView.Function::name)
                .column(
                        "computers",
                        t("edge.computers"),
                        number(EdgeView.Function::computers),
                        EdgeView.Function::computers)
                .column(
                        "answered",
                        t("edge.answered"),
                        number(EdgeView.Function::answered),
                        EdgeView.Function::answered)
                .column(
                        "failed",
                        t("edge.failed"),
                        number(EdgeView.Function::failed),
                        EdgeView.Function::failed)
                .column(
                        "p50",
                        t("edge.p50"),
                        millis(EdgeView.Function::p50),
                        EdgeView.Function::p50)
                .column(
                        "p95",
                        t("edge.p95"),
                        millis(EdgeView.Function::p95),
                        EdgeView.Function::p95)
                .column(
                        "p99",
                        t("edge.p99"),
                        millis(EdgeView.Function::p99),
                        EdgeView.Function::p99);
    }

    private void computerColumns() {
        computers
                .text("endpoint", t("edge.endpoint"), EdgeView.Computer::endpoint)
                .state(EdgeView.Computer::presence)
                .column(
                        "load",
                        t("edge.load"),
                        new ComponentRenderer<>(EdgeTables::load),
                        EdgeView.Computer::load)
                .column(
                        "under-way",
                        t("edge.underway"),
                        number(EdgeView.Computer::underWay),
                        EdgeView.Computer::underWay)
                .column(
                        "answered",
                        t("edge.answered"),
                        number(EdgeView.Computer::answered),
                        EdgeView.Computer::answered)
                .column(
                        "failed",
                        t("edge.failed"),
                        number(EdgeView.Computer::failed),
                        EdgeView.Computer::failed)
                .text("functions", t("edge.functions"), row -> String.join(", ", row.functions()));
    }

    private void brokerColumns() {
        brokers.text("endpoint", t("edge.endpoint"), EdgeView.Broker::endpoint)
                .text("kind", t("column.kind"), row -> t("edge.kind." + row.kind()))
                .state(EdgeView.Broker::table)
                .column(
                        "routes",
                        t("edge.routes"),
                        number(EdgeView.Broker::routes),
                        EdgeView.Broker::routes)
                .column(
                        "homeless",
                        t("edge.homeless"),
                        number(EdgeView.Broker::homeless),
                        EdgeView.Broker::homeless)
                .text("policy", t("edge.policy"), EdgeView.Broker::policy)
                .text("trouble", t("edge.trouble"), EdgeView.Broker::trouble);
    }

    private void routeColumns() {
        routes.text("broker", t("edge.broker"), EdgeView.Route::broker)
                .text("function", t("edge.function"), EdgeView.Route::function)
                .text("destination", t("edge.destination"), EdgeView.Route::destination)
                .text("up", t("edge.up"), row -> t(row.up() ? "edge.up.yes" : "edge.up.no"))
                .column("weight", t("edge.weight"), weight(), EdgeView.Route::weight)
                .column(
                        "share",
                        t("edge.share"),
                        new ComponentRenderer<>(EdgeTables::share),
                        EdgeView.Route::share)
                .column(
                        "under-way",
                        t("edge.underway"),
                        number(EdgeView.Route::underWay),
                        EdgeView.Route::underWay)
                .column(
                        "failed",
                        t("edge.failed"),
                        number(EdgeView.Route::failed),
                        EdgeView.Route::failed);
    }

    private static <T> TextRenderer<T> number(java.util.function.Function<T, Number> value) {
        return new TextRenderer<>(
                row -> String.format(Locale.ROOT, "%,d", value.apply(row).longValue()));
    }

    private static <T> TextRenderer<T> millis(java.util.function.Function<T, Double> value) {
        return new TextRenderer<>(
                row ->
                        value.apply(row) == 0
                                ? ""
                                : String.format(Locale.ROOT, "%.1f ms", value.apply(row)));
    }

    private static TextRenderer<EdgeView.Route> weight() {
        return new TextRenderer<>(row -> String.format(Locale.ROOT, "%.4f", row.weight()));
    }

    private static Component load(EdgeView.Computer row) {
        return row.load() < 0
                ? new Span(t("edge.load.unknown"))
                : bar(row.load() / FULL, t("edge.load.of", row.endpoint()));
    }

    private static Component share(EdgeView.Route row) {
        return bar(row.share(), t("edge.share.of", row.destination()));
    }

    private static Component bar(double part, String label) {
        String text = Math.round(part * FULL) + " %";
        ProgressBar bar = new ProgressBar(0, 1, Math.min(1, Math.max(0, part)));
        bar.getElement().setAttribute("aria-label", label);
        Div cell = new Div(bar, new Span(text));
        cell.addClassName("tm-edge-bar");
        return cell;
    }

    DataTable<EdgeView.Function> functions() {
        return functions;
    }

    DataTable<EdgeView.Computer> computers() {
        return computers;
    }

    DataTable<EdgeView.Broker> brokers() {
        return brokers;
    }

    DataTable<EdgeView.Route> routes() {
        return routes;
    }

    void show(EdgeView view) {
        functions.show(view.functions());
        computers.show(view.computers());
        brokers.show(view.brokers());
        routes.show(view.routes());
    }
}

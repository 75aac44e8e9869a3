/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.ns;

import io.telamon.northbound.api.NsView;
import io.telamon.shell.internal.base.Column;
import java.util.List;

/** How services look in all commands that show them. */
final class NsColumns {
    static final List<Column<NsView>> ALL =
            List.of(
                    Column.of("name", view -> view.instance().name()),
                    Column.of("state", view -> view.instance().state()),
                    Column.of("nsd", NsView::nsdName),
                    Column.of("operation", NsColumns::operation),
                    Column.wide("id", view -> view.instance().id()),
                    Column.wide("description", view -> view.instance().description()),
                    Column.wide("drift", view -> view.instance().topology().drift()),
                    Column.wide("members", NsColumns::members),
                    Column.wide("parameters", view -> view.instance().topology().parameters()),
                    Column.wide("created", view -> view.instance().stamps().created()),
                    Column.wide("createdBy", view -> view.instance().stamps().createdBy()),
                    Column.wide("changed", view -> view.instance().stamps().changed()));

    private NsColumns() {}

    private static Object operation(NsView view) {
        var now = view.currentOperation();
        return now == null
                ? null
                : now.operation().kind() + " " + now.settled() + "/" + now.total();
    }

    private static Object members(NsView view) {
        return view.instance().topology().vnfs().stream()
                .map(vnf -> vnf.memberIndex() + " " + vnf.vnfdId() + " " + vnf.counts())
                .toList();
    }
}

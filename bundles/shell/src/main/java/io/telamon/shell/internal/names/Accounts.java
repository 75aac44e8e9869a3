/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.names;

import io.telamon.northbound.api.AccountView;
import io.telamon.shell.internal.base.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** How accounts look in all commands that show them. */
public final class Accounts {
    /** All columns. */
    public static final List<Column<AccountView>> COLUMNS =
            List.of(
                    Column.of("name", view -> view.account().name()),
                    Column.of("type", view -> view.account().type()),
                    Column.of("state", view -> view.state().state()),
                    Column.of("queued", view -> view.state().queued()),
                    Column.of("running", view -> view.state().running()),
                    Column.of("endpoint", view -> view.account().endpoint()),
                    Column.wide("id", view -> view.account().lane().id()),
                    Column.wide("detail", view -> view.state().detail()),
                    Column.wide("settings", view -> view.account().settings()),
                    Column.wide("labels", view -> view.account().labels()),
                    Column.wide("version", view -> view.account().version()));

    private Accounts() {}

    /** Adds what the last inventory says. */
    public static List<Column<AccountView>> withInventory() {
        List<Column<AccountView>> all = new ArrayList<>(COLUMNS);
        all.add(Column.wide("images", of(view -> view.inventory().images().keySet())));
        all.add(Column.wide("networks", of(view -> view.inventory().networks().keySet())));
        all.add(Column.wide("zones", of(view -> view.inventory().zones())));
        all.add(Column.wide("limit", of(view -> view.inventory().limit())));
        all.add(Column.wide("used", of(view -> view.inventory().used())));
        all.add(Column.wide("latency-ms", of(view -> view.inventory().latencyMs())));
        all.add(Column.wide("seen", of(view -> view.inventory().seen())));
        return all;
    }

    private static Function<AccountView, Object> of(Function<AccountView, Object> read) {
        return view -> view.inventory() == null ? null : read.apply(view);
    }
}

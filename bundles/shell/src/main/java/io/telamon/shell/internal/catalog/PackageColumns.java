/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.catalog;

import io.telamon.northbound.api.PackageView;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.names.Packages;
import java.util.List;
import java.util.function.Function;

/** How packages look in all commands that show them. */
final class PackageColumns {
    static final List<Column<PackageView>> ALL =
            List.of(
                    Column.of("name", Packages::label),
                    Column.of("kind", PackageView::kind),
                    Column.of("title", named(view -> view.name().title())),
                    Column.of("version", named(view -> view.name().version())),
                    Column.of("state", PackageView::state),
                    Column.of("enabled", PackageView::enabled),
                    Column.of("inUse", PackageView::inUse),
                    Column.wide("id", PackageView::id),
                    Column.wide("provider", named(view -> view.name().provider())),
                    Column.wide("file", stored(view -> view.content().fileName())),
                    Column.wide("size", stored(view -> view.content().size())),
                    Column.wide("sha256", stored(view -> view.content().sha256())),
                    Column.wide("userData", PackageView::userData),
                    Column.wide("created", PackageView::created));

    private PackageColumns() {}

    private static Function<PackageView, Object> named(Function<PackageView, Object> read) {
        return view -> view.name() == null ? null : read.apply(view);
    }

    private static Function<PackageView, Object> stored(Function<PackageView, Object> read) {
        return view -> view.content() == null ? null : read.apply(view);
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.ro;

import io.telamon.northbound.api.LaneView;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.names.Lanes;
import java.util.List;

/** How lanes look. */
final class LaneColumns {
    static final List<Column<LaneView>> ALL =
            List.of(
                    Column.of("name", Lanes::label),
                    Column.of("state", LaneView::state),
                    Column.of("queued", LaneView::queued),
                    Column.of("running", LaneView::running),
                    Column.of("permits", LaneView::permits),
                    Column.of("oldest", LaneView::oldest),
                    Column.of("detail", LaneView::detail),
                    Column.wide("id", LaneView::lane));

    private LaneColumns() {}
}

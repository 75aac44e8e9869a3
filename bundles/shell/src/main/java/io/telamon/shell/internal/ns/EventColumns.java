/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.ns;

import io.telamon.model.event.Event;
import io.telamon.shell.internal.base.Column;
import java.util.List;

/** How events look. */
final class EventColumns {
    static final List<Column<Event.Positioned>> ALL =
            List.of(
                    Column.of("position", Event.Positioned::position),
                    Column.of("at", row -> row.event().at()),
                    Column.of("type", row -> row.event().type()),
                    Column.of("kind", row -> row.event().subject().kind()),
                    Column.of("subject", row -> row.event().subject().id()),
                    Column.of("actor", row -> row.event().actor()),
                    Column.of("data", row -> row.event().data()),
                    Column.wide("version", row -> row.event().subject().version()),
                    Column.wide("tenant", row -> row.event().tenant()));

    private EventColumns() {}
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.interconnect;

import io.telamon.model.instance.Interconnect;
import io.telamon.northbound.api.InterconnectView;
import io.telamon.shell.internal.base.Column;
import java.util.ArrayList;
import java.util.List;

/** How interconnects look in all commands that show them. */
final class InterconnectColumns {
    /** All columns. */
    static final List<Column<InterconnectView>> ALL =
            List.of(
                    Column.of("name", view -> view.interconnect().name()),
                    Column.of("kind", view -> view.interconnect().kind().word()),
                    Column.of("vlans", view -> vlans(view.interconnect().segments())),
                    Column.of("taken", view -> view.uses().size()),
                    Column.of("sides", InterconnectColumns::sides),
                    Column.wide("mtu", view -> view.interconnect().segments().mtu()),
                    Column.wide("uses", InterconnectColumns::uses),
                    Column.wide("id", view -> view.interconnect().id().value()));

    private InterconnectColumns() {}

    private static String vlans(Interconnect.Segments segments) {
        return segments.first() + "-" + segments.last();
    }

    private static List<String> sides(InterconnectView view) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < view.accounts().size(); i++) {
            Interconnect.Side side = view.interconnect().sides().get(i);
            String range = side.cidr().isEmpty() ? "" : "," + side.cidr();
            words.add(view.accounts().get(i) + "=" + side.physicalNetwork() + range);
        }
        return words;
    }

    private static List<String> uses(InterconnectView view) {
        return view.uses().stream()
                .map(use -> use.vlan() + " " + use.service() + " " + use.link())
                .toList();
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.plan;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.telamon.model.instance.Quota;
import io.telamon.northbound.api.PlanPreview;
import java.util.List;

/** What a plan takes of each account and what is free there. */
final class NeedsTable extends NativeTable {
    NeedsTable(List<PlanPreview.Need> needs) {
        addClassName("tm-needs");
        NativeTableRow head = new NativeTableRow();
        for (String column : new String[] {"account", "servers", "vcpus", "memory", "networks"}) {
            head.add(new NativeTableHeaderCell(t("need." + column)));
        }
        getHead().add(head);
        needs.forEach(need -> getBody().add(row(need)));
    }

    private static NativeTableRow row(PlanPreview.Need need) {
        Quota demand = need.demand();
        Quota free = need.free();
        NativeTableRow row = new NativeTableRow();
        NativeTableHeaderCell account = new NativeTableHeaderCell(need.account());
        account.getElement().setAttribute("scope", "row");
        row.add(
                account,
                cell(demand.servers(), free.servers()),
                cell(demand.vcpus(), free.vcpus()),
                cell(demand.memoryMb(), free.memoryMb()),
                cell(demand.networks(), free.networks()));
        return row;
    }

    private static NativeTableCell cell(long demand, long free) {
        NativeTableCell cell =
                new NativeTableCell(
                        free < 0 ? t("need.unlimited", demand) : t("need.of", demand, free));
        if (free >= 0 && demand > free) {
            cell.addClassName("tm-short");
        }
        return cell;
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.cloud;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.telamon.model.instance.Inventory;
import io.telamon.model.instance.Quota;
import io.telamon.portal.internal.widget.StateTag;
import io.telamon.portal.internal.widget.Tone;
import io.telamon.portal.internal.widget.Words;

/** What is used of the account's quota, as bars with numbers; scarcity is said in words. */
final class QuotaCard extends Div {
    private static final double SCARCE = 0.9;

    QuotaCard(Inventory inventory) {
        addClassName("tm-card");
        add(new H2(t("quota.title")));
        if (inventory == null) {
            add(new Paragraph(t("inventory.none")));
            return;
        }
        Quota limit = inventory.limit();
        Quota used = inventory.used();
        row(t("quota.servers"), used.servers(), limit.servers());
        row(t("quota.vcpus"), used.vcpus(), limit.vcpus());
        row(t("quota.memory"), used.memoryMb(), limit.memoryMb());
        row(t("quota.networks"), used.networks(), limit.networks());
        Span seen = new Span(t("inventory.seen", Words.age(inventory.seen())));
        seen.getElement().setAttribute("title", Words.time(inventory.seen()));
        seen.addClassName("tm-hint");
        add(seen);
    }

    private void row(String label, long used, long limit) {
        boolean counted = used >= 0;
        String text =
                limit == Quota.UNLIMITED
                        ? t("quota.unlimited", counted ? used : 0)
                        : t("quota.of", counted ? used : 0, limit);
        Span number = new Span(text);
        number.addClassName("tm-quota-number");
        Div line = new Div(new Span(label), number);
        line.addClassName("tm-quota-line");
        Div row = new Div(line);
        row.addClassName("tm-quota");
        if (limit > 0) {
            double share = Math.min(1, Math.max(0, (double) used / limit));
            ProgressBar bar = new ProgressBar(0, 1, share);
            bar.getElement().setAttribute("aria-label", label + ": " + text);
            row.add(bar);
            if (share >= SCARCE) {
                boolean full = share >= 1;
                number.addComponentAsFirst(
                        new StateTag()
                                .show(
                                        full ? Tone.BAD : Tone.WARN,
                                        t(full ? "quota.full" : "quota.scarce")));
                bar.addClassName(full ? "tm-full" : "tm-scarce");
            }
        }
        add(row);
    }
}

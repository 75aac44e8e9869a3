/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.catalog;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.northbound.api.CatalogFacade;
import io.telamon.northbound.api.PackageView;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.widget.Facts;
import java.util.List;

/** What a descriptor says, in a few lines: members and links, or machines and ways to grow. */
final class DescriptorPanel extends Div {
    DescriptorPanel(PackageView shown) {
        addClassName("tm-cards");
        if (shown.kind() == PackageKind.NS) {
            service(
                    Facades.call(
                            CatalogFacade.class,
                            catalog -> catalog.nsd(SignedIn.me(), shown.id())));
        } else if (shown.kind() == PackageKind.VNF) {
            function(
                    Facades.call(
                            CatalogFacade.class,
                            catalog -> catalog.vnfd(SignedIn.me(), shown.id())));
        }
    }

    private void service(NsDescriptor service) {
        Facts members = new Facts();
        service.members().forEach(member -> members.add(member.memberIndex(), member.vnfdId()));
        Facts links = new Facts();
        service.virtualLinks()
                .forEach(
                        link ->
                                links.add(
                                        link.name(),
                                        t(link.management() ? "link.mgmt" : "link.data")));
        description(service.info().description());
        card("descriptor.members", members);
        card("descriptor.links", links);
        names(
                "descriptor.graphs",
                service.forwardingGraphs().stream().map(graph -> graph.id()).toList());
        names(
                "descriptor.aspects",
                service.scalingAspects().stream().map(aspect -> aspect.name()).toList());
    }

    private void function(VnfDescriptor function) {
        Facts machines = new Facts();
        for (Vdu vdu : function.vdus()) {
            machines.add(
                    vdu.name(),
                    t(
                            "descriptor.vdu",
                            vdu.compute().vcpus(),
                            vdu.compute().memoryMb(),
                            vdu.image().map(image -> image.name()).orElse("–")));
        }
        Facts aspects = new Facts();
        function.scalingAspects()
                .forEach(
                        aspect ->
                                aspects.add(
                                        aspect.name(), t("descriptor.levels", aspect.maxLevel())));
        description(function.info().description());
        card("descriptor.vdus", machines);
        card("descriptor.aspects", aspects);
        names(
                "descriptor.cps",
                function.connectionPoints().stream().map(point -> point.id()).toList());
        names("descriptor.kdus", function.kdus().stream().map(kdu -> kdu.name()).toList());
    }

    private void description(String text) {
        if (!text.isBlank()) {
            Div card = new Div(new H2(t("column.description")), new Paragraph(text));
            card.addClassName("tm-card");
            add(card);
        }
    }

    private void card(String title, Facts facts) {
        if (facts.getChildren().findAny().isPresent()) {
            Div card = new Div(new H2(t(title)), facts);
            card.addClassName("tm-card");
            add(card);
        }
    }

    private void names(String title, List<String> names) {
        if (!names.isEmpty()) {
            UnorderedList list = new UnorderedList();
            names.forEach(name -> list.add(new ListItem(name)));
            Div card = new Div(new H2(t(title)), list);
            card.addClassName("tm-card");
            add(card);
        }
    }
}

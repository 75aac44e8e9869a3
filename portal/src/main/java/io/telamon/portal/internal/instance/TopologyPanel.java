/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instance;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.Resource;
import io.telamon.northbound.api.NsFacade;
import io.telamon.northbound.api.NsView;
import io.telamon.northbound.api.ResourceView;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.widget.Facts;
import io.telamon.portal.internal.widget.Graph;
import io.telamon.portal.internal.widget.StateTag;
import io.telamon.portal.internal.widget.UrlState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The running service as a drawing; a click on a thing shows what is known about it. */
final class TopologyPanel extends InstancePanel {
    private final Graph graph = new Graph();
    private final Aside detail = new Aside();
    private List<ResourceView> resources = List.of();
    private UrlState url;
    private String selected = "";

    TopologyPanel() {
        addClassName("tm-split");
        detail.addClassName("tm-detail");
        detail.getElement().setAttribute("aria-live", "polite");
        detail.getElement().setAttribute("aria-label", t("topology.detail"));
        graph.onSelect(event -> select(event.id()));
        add(graph, detail);
    }

    @Override
    void follow(UrlState state) {
        url = state;
        selected = state.get("node");
    }

    @Override
    void show(NsView view) {
        resources =
                Facades.call(
                        NsFacade.class, ns -> ns.resources(SignedIn.me(), view.instance().id()));
        graph.show(new TopologyPicture(view, resources).draw());
        graph.select(selected);
        describe();
    }

    private void select(String id) {
        selected = id.equals(selected) ? "" : id;
        url.put(Map.of("node", selected));
        graph.select(selected);
        describe();
    }

    private void describe() {
        detail.removeAll();
        detail.setVisible(!selected.isEmpty());
        String key =
                selected.contains("#") ? selected.substring(0, selected.indexOf('#')) : selected;
        resources.stream()
                .filter(view -> view.resource().key().equals(key))
                .findFirst()
                .ifPresentOrElse(
                        this::describe, () -> detail.add(new Paragraph(t("topology.choose"))));
    }

    private void describe(ResourceView view) {
        Resource resource = view.resource();
        Facts facts = new Facts();
        facts.add(t("column.state"), new StateTag(resource.state()));
        facts.add(t("column.kind"), resource.spec().kind());
        facts.add(t("column.key"), resource.key());
        facts.add(t("column.account"), view.account());
        facts.add(t("column.handle"), resource.handle());
        new TreeMap<>(resource.attributes())
                .forEach(
                        (name, value) -> {
                            if (!ChainPath.tells(name)) {
                                facts.add(name, value);
                            }
                        });
        detail.add(new H2(resource.spec().name()));
        if (resource.spec() instanceof ChainSpec) {
            detail.add(new ChainPath(resource, this::name));
        }
        detail.add(facts);
    }

    private String name(String key) {
        return resources.stream()
                .filter(view -> view.resource().key().equals(key))
                .map(view -> view.resource().spec().name())
                .findFirst()
                .orElse(key);
    }
}

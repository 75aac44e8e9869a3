/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.interconnect;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static io.telamon.portal.internal.app.Texts.t;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.telamon.model.instance.Interconnect;
import io.telamon.northbound.api.AccountView;
import io.telamon.northbound.api.InterconnectView;
import io.telamon.portal.internal.app.Harness;
import io.telamon.portal.internal.widget.ConfirmAction;
import io.telamon.portal.internal.widget.ErrorPanel;
import io.telamon.portal.internal.widget.Notice;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of interconnects: registered, shown with its links, removed when free. */
class InterconnectsTest {
    private final Harness harness = Harness.as("admin");

    @BeforeEach
    void open() {
        harness.open("interconnects");
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    private static Button button(String key) {
        return _find(Button.class, spec -> spec.withText(t(key))).get(0);
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    @SuppressWarnings("unchecked")
    private static Grid<InterconnectView> grid() {
        return _get(UI.getCurrent(), Grid.class);
    }

    @SuppressWarnings("unchecked")
    private static Button remover() {
        ComponentRenderer<Button, InterconnectView> cell =
                (ComponentRenderer<Button, InterconnectView>)
                        grid().getColumnByKey("remove").getRenderer();
        return cell.createComponent(GridKt._get(grid(), 0));
    }

    @SuppressWarnings("unchecked")
    private static <T> ComboBox<T> box(String label) {
        return (ComboBox<T>)
                _find(ComboBox.class).stream()
                        .filter(box -> label.equals(box.getLabel()))
                        .findFirst()
                        .orElseThrow();
    }

    private static void join(String name, int vlan, boolean routed) {
        _click(button("interconnects.register"));
        _setValue(_get(TextField.class, spec -> spec.withLabel(t("column.name"))), name);
        if (routed) {
            ComboBox<Interconnect.Kind> kind = box(t("interconnects.kind"));
            _setValue(kind, Interconnect.Kind.ROUTED);
        }
        for (String end : List.of("interconnects.first", "interconnects.last")) {
            _setValue(_get(IntegerField.class, spec -> spec.withLabel(t(end))), vlan);
        }
        for (int i = 1; i <= 2; i++) {
            ComboBox<AccountView> cloud = box(t("interconnects.cloud", i));
            _setValue(cloud, cloud.getListDataView().getItem(i - 1));
            List<TextField> wires =
                    _find(TextField.class, spec -> spec.withLabel(t("interconnects.wire")));
            _setValue(wires.get(i - 1), "wan");
            if (routed) {
                List<TextField> ranges =
                        _find(TextField.class, spec -> spec.withLabel(t("interconnects.range")));
                _setValue(ranges.get(i - 1), "10.2" + i + ".0.0/16");
            }
        }
        _click(_get(ConfirmAction.class).confirm());
    }

    @Test
    void withoutAnyItSaysWhatItIsFor() {
        assertThat(text(_get(Notice.class))).contains(t("interconnects.empty.title"));
    }

    @Test
    void oneIsRegisteredAndShownWithItsLinks() {
        join("wan", 1203, false);

        assertThat(GridKt._getFormattedRow(grid(), 0))
                .contains("wan", t("interconnects.kind.PROVIDER_NETWORK"), "1 of 1 (1203 to 1203)")
                .contains("web-shop vld/data: VLAN 1203");
    }

    @Test
    void aRoutedOneAsksForTheAddressesOfItsSides() {
        join("hop", 300, true);

        assertThat(String.join(" ", GridKt._getFormattedRow(grid(), 0)))
                .contains("wan, 10.21.0.0/16", "wan, 10.22.0.0/16");
    }

    @Test
    void aRefusalStandsInTheDialog() {
        join("wan", 0, false);

        assertThat(text(_get(ErrorPanel.class))).contains("1 to 4094");
    }

    @Test
    void oneThatCarriesALinkStays() {
        join("wan", 100, false);
        _click(remover());

        _click(_get(ConfirmAction.class).confirm());

        assertThat(text(_get(ErrorPanel.class))).contains("web-shop", "IN_USE");
    }

    @Test
    void aViewerMayLook() {
        harness.close();
        try (Harness viewer = Harness.as("viewer")) {
            viewer.open("interconnects");

            _assertNone(Button.class, spec -> spec.withText(t("interconnects.register")));
        }
    }
}

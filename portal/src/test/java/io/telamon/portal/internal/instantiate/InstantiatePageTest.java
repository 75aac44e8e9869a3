/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instantiate;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.telamon.portal.internal.app.Texts.t;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.telamon.northbound.api.Page;
import io.telamon.portal.internal.app.Harness;
import io.telamon.portal.internal.operation.OperationPage;
import io.telamon.portal.internal.plan.PlanSummary;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InstantiatePageTest {
    private final Harness harness = Harness.as("admin");

    @BeforeEach
    void open() {
        open("shop");
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void theAddressCarriesTheDraft() {
        assertThat(_get(TextField.class, spec -> spec.withLabel(t("instantiate.name"))).getValue())
                .isEqualTo("shop");
        assertThat(choices()).contains(t("where.member", "1"), t("where.member", "2"));
    }

    @Test
    void withoutANameNothingCanBeTried() {
        _get(TextField.class, spec -> spec.withLabel(t("instantiate.name"))).setValue(" ");

        assertThat(button("action.dryrun").isEnabled()).isFalse();
        assertThat(button("action.instantiate").isEnabled()).isFalse();
    }

    @Test
    void theDryRunShowsPlanPlacementAndQuotaAndLeavesNothing() {
        _click(button("action.dryrun"));

        assertThat(plan())
                .contains(
                        t("plan.placement"), "Most free vCPUs", "3 needed, 12 free", "3 machines");
        assertThat(names()).isEmpty();
    }

    @Test
    void aRefusalIsShownWithItsNumbers() {
        open("huge");

        _click(button("action.dryrun"));

        assertThat(plan()).contains("4 of 32 vCPUs free, 6 needed");
    }

    @Test
    void acceptingLeadsToTheOperation() {
        _click(button("action.instantiate"));
        harness.settle();

        assertThat(_find(OperationPage.class)).hasSize(1);
        assertThat(names()).containsExactly("shop");
    }

    @Test
    void aTakenNameIsRefusedBesideTheForm() {
        harness.running("shop");

        _click(button("action.instantiate"));

        assertThat(_find(Code.class).stream().map(Code::getText)).contains("ALREADY_EXISTS");
        assertThat(names()).containsExactly("shop");
    }

    private void open(String name) {
        String nsd = harness.world.packageOf("two-tier").id().value();
        UI.getCurrent()
                .navigate(
                        "instances/new", QueryParameters.simple(Map.of("nsd", nsd, "name", name)));
        harness.settle();
    }

    private java.util.List<String> names() {
        return harness.ns.list(Harness.ADMIN, Page.Request.first()).items().stream()
                .map(view -> view.instance().name())
                .toList();
    }

    private static java.util.List<String> choices() {
        return _find(ComboBox.class).stream()
                .map(box -> box.getElement().getProperty("label"))
                .toList();
    }

    private static String plan() {
        return _get(PlanSummary.class).getElement().getTextRecursively();
    }

    private static Button button(String key) {
        return _get(Button.class, spec -> spec.withText(t(key)));
    }
}

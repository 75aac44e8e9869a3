/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instance;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.telamon.portal.internal.app.Texts.t;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.textfield.TextField;
import io.telamon.model.NsInstanceId;
import io.telamon.model.instance.NsState;
import io.telamon.northbound.api.NsFacade;
import io.telamon.northbound.api.NsView;
import io.telamon.portal.internal.app.Harness;
import io.telamon.portal.internal.operation.OperationPage;
import io.telamon.portal.internal.plan.ChangeDialog;
import io.telamon.portal.internal.widget.Notice;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InstancesTest {
    private final Harness harness = Harness.as("admin");

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void withoutServicesTheListSaysWhatToDoNext() {
        harness.open("instances");

        assertThat(_find(Notice.class)).isNotEmpty();
        assertThat(_find(Grid.class)).isEmpty();
    }

    @Test
    void theListFollowsTheJournalWithoutReload() {
        harness.open("instances");

        harness.running("shop");

        harness.await("the row says running", () -> states().equals(List.of(NsState.INSTANTIATED)));
    }

    @Test
    void aDeletedServiceLeavesTheList() {
        NsInstanceId id =
                harness.ns
                        .create(Harness.ADMIN, "shop", "", harness.world.packageOf("two-tier").id())
                        .instance()
                        .id();
        harness.open("instances");

        harness.ns.delete(Harness.ADMIN, id);

        harness.await("the list is empty", () -> states().isEmpty());
    }

    @Test
    void searchNarrowsTheListAndStaysInTheAddress() {
        harness.running("shop");
        harness.running("clinic");

        harness.open("instances");
        _get(TextField.class).setValue("CLIN");

        assertThat(GridKt._size(grid())).isEqualTo(1);
    }

    @Test
    void whileTheFacadeIsAwayTheBannerSaysSoAndThePageGoesOnByItself() {
        Object facade = harness.take(NsFacade.class);
        harness.open("instances");
        assertThat(banner()).isEqualTo(t("banner.REPLACED"));

        harness.give(NsFacade.class, facade);
        harness.start("shop");

        harness.await("the banner is gone", () -> banner().isEmpty());
        harness.await("the row is there", () -> states().size() == 1);
    }

    @Test
    void aServiceUnderWayOffersNoSecondChange() {
        NsInstanceId id = harness.start("shop");

        harness.open("instances/" + id);

        assertThat(button("action.scale").isEnabled()).isFalse();
        assertThat(button("action.terminate").isEnabled()).isFalse();
        _assertNone(Button.class, spec -> spec.withText(t("action.instantiate")));
    }

    @Test
    void terminatingNamesTheServiceAndItsEffectFirst() {
        NsInstanceId id = harness.running("shop");
        harness.open("instances/" + id);

        _click(button("action.terminate"));
        ChangeDialog dialog = _get(ChangeDialog.class);

        assertThat(dialog.getHeaderTitle()).contains("shop");
        assertThat(dialog.getElement().getTextRecursively()).contains("Deletes", "3 machines");
        assertThat(dialog.confirm().getText()).isEqualTo("Terminate shop");
    }

    @Test
    void confirmingLeadsToTheOperation() {
        NsInstanceId id = harness.running("shop");
        harness.open("instances/" + id);
        _click(button("action.scale"));

        _click(_get(ChangeDialog.class).confirm());
        harness.settle();

        assertThat(_find(OperationPage.class)).hasSize(1);
    }

    @Test
    void everyTabOpensByItsAddress() {
        NsInstanceId id = harness.running("shop");

        for (String tab : List.of("overview", "topology", "operations", "resources", "events")) {
            harness.open("instances/" + id + "/" + tab);
            assertThat(_find(Tab.class).stream().filter(Tab::isSelected).map(Tab::getLabel))
                    .containsExactly(t("instance.tab." + tab));
        }
    }

    @Test
    void anotherTenantsServiceIsJustNotFound() {
        harness.open("instances/" + NsInstanceId.create());

        assertThat(_find(Code.class).stream().map(Code::getText)).contains("NOT_FOUND");
    }

    private static Button button(String key) {
        return _get(Button.class, spec -> spec.withText(t(key)));
    }

    private static String banner() {
        return _find(Div.class, spec -> spec.withClasses("tm-banner")).stream()
                .filter(Div::isVisible)
                .map(Div::getText)
                .findFirst()
                .orElse("");
    }

    /** One look only: each look lets the page go on. */
    @SuppressWarnings("unchecked")
    private static List<NsState> states() {
        return _find(Grid.class).stream()
                .flatMap(grid -> GridKt._findAll((Grid<NsView>) grid).stream())
                .map(row -> row.instance().state())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Grid<NsView> grid() {
        return _get(Grid.class);
    }
}

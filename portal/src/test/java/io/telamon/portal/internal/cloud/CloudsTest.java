/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.cloud;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.telamon.portal.internal.app.Texts.t;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.AccountView;
import io.telamon.portal.internal.app.Harness;
import io.telamon.portal.internal.widget.ConfirmAction;
import io.telamon.portal.internal.widget.ErrorPanel;
import io.telamon.portal.internal.widget.Notice;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CloudsTest {
    private final Harness harness = Harness.as("admin");

    @AfterEach
    void stop() {
        harness.accounts.gate.countDown();
        harness.close();
    }

    @Test
    void withoutCloudsTheListSaysWhatToDoNext() {
        empty();

        harness.open("clouds");

        assertThat(_get(Notice.class).getElement().getTextRecursively())
                .contains(t("clouds.empty.title"));
        assertThat(_find(Button.class, spec -> spec.withText(t("clouds.register")))).hasSize(2);
    }

    @Test
    void aViewerIsNotOfferedWhatIsRefused() {
        harness.close();
        try (Harness viewer = Harness.as("viewer")) {
            viewer.open("clouds/vim-lisbon");

            _assertNone(Button.class, spec -> spec.withText(t("cloud.remove")));
            _assertNone(Button.class, spec -> spec.withText(t("cloud.pause")));
            assertThat(button("clouds.test").isEnabled()).isTrue();
            viewer.open("clouds");
            _assertNone(Button.class, spec -> spec.withText(t("clouds.register")));
        }
    }

    @Test
    void theListFollowsTheJournal() {
        harness.open("clouds");
        assertThat(names()).containsExactlyInAnyOrder("lisbon", "oslo");

        harness.accounts.delete(Harness.ADMIN, lane("oslo"));

        harness.await("oslo is gone", () -> names().equals(List.of("lisbon")));
    }

    @Test
    void anAbsentPluginIsSaidInWords() {
        harness.accounts.plugins.clear();

        harness.open("clouds");

        assertThat(GridKt._getFormattedRow(grid(), 0)).contains(t("clouds.plugin.absent"));
    }

    @Test
    void whileTheFacadeIsAwayTheBannerSaysSo() {
        Object facade = harness.take(AccountFacade.class);
        harness.open("clouds");
        assertThat(banner()).isEqualTo(t("banner.REPLACED"));

        harness.give(AccountFacade.class, facade);

        harness.await("the banner is gone", () -> banner().isEmpty());
        assertThat(names()).hasSize(2);
    }

    @Test
    void anotherTenantsCloudIsJustNotFound() {
        harness.open("clouds/vim-nowhere");

        assertThat(text(_get(ErrorPanel.class))).contains("NOT_FOUND");
    }

    @Test
    void quotaIsShownInNumbersAndScarcityInWords() {
        harness.open("clouds/vim-lisbon");

        String quota = text(_get(QuotaCard.class));
        assertThat(quota).contains("3 of 10", "19 of 20", "2, no limit");
        List<String> words =
                _find(_get(QuotaCard.class), io.telamon.portal.internal.widget.StateTag.class)
                        .stream()
                        .map(tag -> tag.getElement().getProperty("label"))
                        .toList();
        assertThat(words).containsExactly(t("quota.scarce"), t("quota.full"));
        assertThat(text(_get(InventoryCard.class)))
                .contains("cirros, debian-12", "public")
                .doesNotContain("i2");
    }

    @Test
    void aCloudThatWasNeverReadSaysSo() {
        harness.open("clouds/vim-oslo");

        assertThat(text(_get(QuotaCard.class))).contains(t("inventory.none"));
    }

    @Test
    void aCloudIsPausedAndResumed() {
        harness.open("clouds/vim-oslo");

        _click(button("cloud.pause"));
        assertThat(text(_get(ConfirmAction.class))).contains(t("cloud.pause.effect"));
        _click(_get(ConfirmAction.class).confirm());
        _click(button("cloud.resume"));

        assertThat(button("cloud.pause").isVisible()).isTrue();
    }

    @Test
    void aCloudInUseStaysAndNamesItsUser() {
        harness.accounts.used.add("oslo");
        harness.open("clouds/vim-oslo");
        _click(button("cloud.remove"));

        _click(_get(ConfirmAction.class).confirm());

        assertThat(text(_get(ErrorPanel.class))).contains("used by shop", "IN_USE");
    }

    @Test
    void removingLeadsBackToTheList() {
        harness.open("clouds/vim-oslo");
        _click(button("cloud.remove"));

        _click(_get(ConfirmAction.class).confirm());
        harness.settle();

        assertThat(names()).containsExactly("lisbon");
    }

    @Test
    void aStoredCloudIsTestedInPlace() {
        harness.open("clouds/vim-oslo");

        _click(button("clouds.test"));

        harness.await("the verdict", () -> text(_get(CheckPanel.class)).contains("not offered"));
        assertThat(text(_get(CheckPanel.class))).contains("Identity", "Signed in as nfv");
        assertThat(button("clouds.test").isEnabled()).isTrue();
    }

    private void empty() {
        harness.accounts.delete(Harness.ADMIN, lane("oslo"));
        harness.accounts.delete(Harness.ADMIN, lane("lisbon"));
    }

    private static LaneId lane(String name) {
        return new LaneId(LaneKind.VIM, "vim-" + name);
    }

    private static Button button(String key) {
        return _get(Button.class, spec -> spec.withText(t(key)));
    }

    private static String text(com.vaadin.flow.component.Component component) {
        return component.getElement().getTextRecursively();
    }

    private static String banner() {
        return _find(Div.class, spec -> spec.withClasses("tm-banner")).stream()
                .filter(Div::isVisible)
                .map(Div::getText)
                .findFirst()
                .orElse("");
    }

    @SuppressWarnings("unchecked")
    private static Grid<AccountView> grid() {
        return _get(UI.getCurrent(), Grid.class);
    }

    private static List<String> names() {
        return _find(Grid.class).isEmpty()
                ? List.of()
                : GridKt._findAll(grid()).stream().map(row -> row.account().name()).toList();
    }
}

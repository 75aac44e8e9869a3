/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.cloud;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static io.telamon.portal.internal.app.Texts.t;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.TextField;
import io.telamon.model.LaneKind;
import io.telamon.model.instance.Account;
import io.telamon.northbound.api.AccountView;
import io.telamon.portal.fakes.FakeAccounts;
import io.telamon.portal.internal.app.Harness;
import io.telamon.portal.internal.widget.Notice;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Controllers have pages like clouds, without what only clouds have. */
class ControllersTest {
    private final Harness harness = Harness.as("admin");

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void withoutControllersTheListSaysWhenOneIsNeeded() {
        harness.open("controllers");

        assertThat(text(_get(Notice.class))).contains(t("controllers.empty.title"));
        assertThat(_find(SideNavItem.class))
                .extracting(SideNavItem::getLabel)
                .contains(t("menu.controllers"));
    }

    @Test
    void oneThatWorksOnACloudNeedsNoAddress() {
        harness.open("controllers");
        _click(_find(Button.class, spec -> spec.withText(t("controllers.register"))).get(0));
        RegisterDialog dialog = _get(RegisterDialog.class);
        _assertNone(dialog, ImportPanel.class);

        _setValue(field(dialog, t("column.name")), "lisbon-sfc");
        _click(_get(Button.class, spec -> spec.withText(t("register.save"))));
        assertThat(field(dialog, "VIM account").isInvalid()).isTrue();
        assertThat(field(dialog, t("column.endpoint")).isInvalid()).isFalse();
        _setValue(field(dialog, "VIM account"), "vim-lisbon");
        _click(_get(Button.class, spec -> spec.withText(t("register.save"))));

        assertThat(_find(ControllerPage.class)).hasSize(1);
        _assertNone(QuotaCard.class);
        Anchor cloud = _get(_get(SettingsCard.class), Anchor.class);
        assertThat(cloud.getHref()).isEqualTo("clouds/vim-lisbon");
        assertThat(cloud.getText()).isEqualTo("lisbon");
        List<AccountView> controllers = harness.accounts.list(Harness.ADMIN, LaneKind.SDN);
        assertThat(controllers)
                .singleElement()
                .satisfies(
                        view -> {
                            assertThat(view.account().type()).isEqualTo(FakeAccounts.RIDER);
                            assertThat(view.account().settings())
                                    .containsEntry(Account.VIM_ACCOUNT, "vim-lisbon");
                        });
        assertThat(harness.accounts.list(Harness.ADMIN, LaneKind.VIM)).hasSize(2);
    }

    private static TextField field(Component parent, String label) {
        return _get(parent, TextField.class, spec -> spec.withLabel(label));
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}

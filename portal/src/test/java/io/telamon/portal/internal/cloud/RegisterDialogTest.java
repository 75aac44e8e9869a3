/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.cloud;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static io.telamon.portal.internal.app.Texts.t;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.telamon.northbound.api.PluginTypeView;
import io.telamon.portal.fakes.FakeAccounts;
import io.telamon.portal.internal.app.Harness;
import io.telamon.portal.internal.widget.ErrorPanel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegisterDialogTest {
    private final Harness harness = Harness.as("admin");

    @AfterEach
    void stop() {
        harness.accounts.gate.countDown();
        harness.close();
    }

    @Test
    void theFormAsksWhatThePluginAsks() {
        open(FakeAccounts.STRICT);

        assertThat(field("Project").isRequiredIndicatorVisible()).isTrue();
        assertThat(field("Region").isRequiredIndicatorVisible()).isFalse();
        assertThat(field("Region").getHelperText()).isEqualTo("Empty for the only one.");
        assertThat(_get(Checkbox.class).getValue()).isFalse();
        assertThat(_get(PasswordField.class).getLabel()).isEqualTo(t("register.secret"));
    }

    @Test
    void whatIsMissingIsMarkedAndNothingIsCalled() {
        open(FakeAccounts.STRICT);

        _click(button("clouds.test"));
        _click(button("register.save"));

        assertThat(_find(TextField.class).stream().filter(TextField::isInvalid))
                .extracting(TextField::getLabel)
                .containsExactlyInAnyOrder(t("column.name"), t("column.endpoint"), "Project");
        assertThat(harness.accounts.last).isNull();
    }

    @Test
    void stepsAreShownAsTheyAreTaken() {
        harness.accounts.gate = new CountDownLatch(1);
        filled(FakeAccounts.GOOD);

        _click(button("clouds.test"));

        harness.await("the first step", () -> check().contains("Type acme is installed"));
        assertThat(check()).contains(t("check.running.text")).doesNotContain("Signed in");
        assertThat(button("clouds.test").isEnabled()).isFalse();
        harness.accounts.gate.countDown();
        harness.await("the verdict", () -> check().contains("one thing is not offered"));
        assertThat(button("clouds.test").isEnabled()).isTrue();
    }

    @Test
    void aWrongCredentialIsShownAtItsStep() {
        filled("swordfish");

        _click(button("clouds.test"));

        harness.await("the verdict", () -> check().contains("This step failed: Identity"));
        assertThat(check()).contains("401: the password is wrong").doesNotContain("swordfish");
        assertThat(button("register.save.anyway").isVisible()).isTrue();
    }

    @Test
    void aChangeAfterTheTestTakesItsResultAway() {
        filled("swordfish");
        _click(button("clouds.test"));
        harness.await("the verdict", () -> check().contains("This step failed"));

        _setValue(_get(PasswordField.class), FakeAccounts.GOOD);

        assertThat(_find(CheckPanel.class)).isEmpty();
        assertThat(button("register.save").isVisible()).isTrue();
    }

    @Test
    void savingLeadsToTheCloud() {
        filled(FakeAccounts.GOOD);

        _click(button("register.save"));
        harness.settle();

        assertThat(_find(RegisterDialog.class)).isEmpty();
        assertThat(_find(CloudPage.class)).hasSize(1);
        assertThat(harness.accounts.last.settings()).isEqualTo(Map.of("project", "edge"));
        assertThat(harness.accounts.last.secret()).isEqualTo(FakeAccounts.GOOD);
    }

    @Test
    void aRefusalKeepsWhatWasEntered() {
        filled(FakeAccounts.GOOD);
        _setValue(field(t("column.name")), "oslo");

        _click(button("register.save"));

        assertThat(_get(ErrorPanel.class).getElement().getTextRecursively())
                .contains("ALREADY_EXISTS");
        assertThat(field("Project").getValue()).isEqualTo("edge");
    }

    @Test
    void aFileFillsTheFormAndItsCredentialStaysOnTheServer() {
        open(FakeAccounts.STRICT);

        _get(ImportPanel.class).show("clouds.yaml", List.of(FakeAccounts.entry("lab")));

        assertThat(field(t("column.name")).getValue()).isEqualTo("lab");
        assertThat(field("project").getValue()).isEqualTo("edge");
        assertThat(_get(PasswordField.class).getValue()).isEmpty();
        assertThat(_get(ImportPanel.class).getElement().getTextRecursively())
                .contains("Not taken over: profile");
        _click(button("register.save"));
        assertThat(harness.accounts.last.type()).isEqualTo("openstack");
        assertThat(harness.accounts.last.secret()).isEqualTo(FakeAccounts.GOOD);
    }

    @Test
    void ofSeveralCloudsInAFileAPersonChooses() {
        open(FakeAccounts.STRICT);

        _get(ImportPanel.class)
                .show("all.yaml", List.of(FakeAccounts.entry("lab"), FakeAccounts.entry("pop")));

        assertThat(field(t("column.name")).getValue()).isEmpty();
        assertThat(_get(ImportPanel.class).getElement().getTextRecursively())
                .doesNotContain("Taken from");
        _assertNone(ErrorPanel.class);
    }

    private void filled(String secret) {
        open(FakeAccounts.STRICT);
        _setValue(field(t("column.name")), "lab");
        _setValue(field(t("column.endpoint")), "https://lab.example");
        _setValue(field("Project"), "edge");
        _setValue(_get(PasswordField.class), secret);
    }

    @SuppressWarnings("unchecked")
    private void open(String type) {
        harness.open("clouds");
        _click(button("clouds.register"));
        ComboBox<PluginTypeView> types = _get(ComboBox.class);
        types.setValue(
                harness.accounts.types(Harness.ADMIN).stream()
                        .filter(one -> one.type().equals(type))
                        .findFirst()
                        .orElseThrow());
    }

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    private static String check() {
        return _find(CheckPanel.class).stream()
                .map(panel -> panel.getElement().getTextRecursively())
                .findFirst()
                .orElse("");
    }

    private static Button button(String key) {
        return _get(Button.class, spec -> spec.withText(t(key)));
    }
}

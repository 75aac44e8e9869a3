/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.app;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.LoginFormKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.sidenav.SideNavItem;
import io.telamon.northbound.api.UserFacade;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.instance.InstancesPage;
import io.telamon.portal.internal.instantiate.InstantiatePage;
import io.telamon.portal.internal.login.LoginPage;
import org.junit.jupiter.api.Test;

class SignInTest {
    @Test
    void nobodyGetsPastTheSignInPage() {
        try (Harness harness = new Harness()) {
            harness.open("instances");

            _assertOne(LoginPage.class);
            _assertNone(InstancesPage.class);
        }
    }

    @Test
    void aWrongPasswordIsRefusedInFriendlyWords() {
        try (Harness harness = new Harness()) {
            harness.open("login");

            LoginFormKt._login(_get(LoginForm.class), "admin", "wrong");

            assertThat(_get(LoginForm.class).isError()).isTrue();
            assertThat(SignedIn.current()).isEmpty();
        }
    }

    @Test
    void theRightPasswordSignsIn() {
        try (Harness harness = new Harness()) {
            harness.open("login");

            LoginFormKt._login(_get(LoginForm.class), "admin", "secret");

            assertThat(SignedIn.current()).map(who -> who.caller().user()).contains("admin");
            assertThat(SignedIn.current()).map(SignedIn::tenant).contains("demo");
        }
    }

    @Test
    void signingInWithoutTheSecurityServiceSaysSo() {
        try (Harness harness = new Harness()) {
            harness.take(UserFacade.class);
            harness.open("login");

            LoginFormKt._login(_get(LoginForm.class), "admin", "secret");

            assertThat(_get(LoginForm.class).isError()).isTrue();
        }
    }

    @Test
    void aViewerHasNoButtonsThatChangeAnything() {
        try (Harness harness = Harness.as("viewer")) {
            harness.open("instances");

            _assertOne(InstancesPage.class);
            assertThat(
                            _find(
                                    Button.class,
                                    spec -> spec.withText(Texts.t("action.instantiate.new"))))
                    .isEmpty();
        }
    }

    @Test
    void aViewerIsToldThatAPageIsNotForIt() {
        try (Harness harness = Harness.as("viewer")) {
            harness.open("instances/new");

            _assertNone(InstantiatePage.class);
            assertThat(_get(H1.class).getText()).isEqualTo(Texts.t("forbidden.title"));
        }
    }

    @Test
    void theMenuHasThePagesOfTheRole() {
        try (Harness harness = Harness.as("admin")) {
            harness.open("instances");

            assertThat(_find(SideNavItem.class))
                    .extracting(SideNavItem::getLabel)
                    .containsExactly(
                            Texts.t("menu.instances"),
                            Texts.t("menu.clouds"),
                            Texts.t("menu.controllers"),
                            Texts.t("menu.interconnects"),
                            Texts.t("menu.edge"),
                            Texts.t("menu.catalog.ns"),
                            Texts.t("menu.catalog.vnf"));
        }
    }

    @Test
    void anAddressThatLeadsNowhereIsAPageOfItsOwn() {
        try (Harness harness = Harness.as("admin")) {
            harness.settle();

            assertThat(new NotFoundPage().setErrorParameter(null, null)).isEqualTo(404);
            assertThat(new NotFoundPage().getPageTitle()).isEqualTo(Texts.t("notfound.title"));
        }
    }
}

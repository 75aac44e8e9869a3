/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.catalog;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.telamon.portal.internal.app.Texts.t;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.QueryParameters;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.catalog.PackageState;
import io.telamon.northbound.api.OnboardResult;
import io.telamon.northbound.api.PackageView;
import io.telamon.portal.fakes.FakeCatalog;
import io.telamon.portal.internal.app.Harness;
import io.telamon.portal.internal.widget.ConfirmAction;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private final Harness harness = Harness.as("admin");
    private final FakeCatalog catalog = new FakeCatalog(harness.world);

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void eachCatalogListsItsKindsOnly() {
        harness.open("catalog/vnf");

        assertThat(GridKt._findAll(grid()))
                .allMatch(row -> row.kind() == PackageKind.VNF)
                .hasSize(2);
    }

    @Test
    void aPackageOnboardedElsewhereAppears() {
        harness.open("catalog/ns");

        onboard("shop_ns.tar.gz");

        harness.await("three packages", () -> GridKt._size(grid()) == 3);
    }

    @Test
    void aViewerCannotUpload() {
        harness.close();
        try (Harness viewer = Harness.as("viewer")) {
            viewer.open("catalog/ns");

            assertThat(_find(Upload.class)).isEmpty();
        }
    }

    @Test
    void warningsDoNotBlockAndAreSummedUp() {
        UploadResult result = new UploadResult("shop_ns.tar.gz", onboard("shop_ns.tar.gz"));

        assertThat(result.getElement().getTextRecursively())
                .contains("shop_ns.tar.gz", "No errors, 1 warning");
    }

    @Test
    void aRefusedFileShowsPlaceAndHintOfEachFinding() {
        UploadResult result = new UploadResult("bad_ns.tar.gz", onboard("bad_ns.tar.gz"));

        assertThat(result.getElement().getTextRecursively())
                .contains(
                        "broken_nsd.yaml",
                        "14",
                        "9",
                        "nsd.vld[0].vnfd-connection-point-ref[1]",
                        "correct member-vnf-index-ref");
    }

    @Test
    void aRefusedPackageKeepsItsReport() {
        PackageView broken = harness.world.packageOf("broken");

        UI.getCurrent().navigate("catalog/ns/" + broken.id(), QueryParameters.of("tab", "report"));
        harness.settle();

        assertThat(_get(FindingsTable.class).getElement().getTextRecursively())
                .contains("member 3");
        assertThat(_find(Button.class, spec -> spec.withText(t("action.instantiate")))).isEmpty();
    }

    @Test
    void aServiceShowsItsMembersAndCanBeInstantiated() {
        harness.open("catalog/ns/" + harness.world.packageOf("two-tier").id());

        assertThat(_get(DescriptorPanel.class).getElement().getTextRecursively())
                .contains("web-vnf", "db-vnf");
        assertThat(_get(Button.class, spec -> spec.withText(t("action.instantiate"))).isEnabled())
                .isTrue();
    }

    @Test
    void disablingForbidsNewInstances() {
        harness.open("catalog/ns/" + harness.world.packageOf("two-tier").id());

        _click(_get(Button.class, spec -> spec.withText(t("action.disable"))));

        assertThat(_get(Button.class, spec -> spec.withText(t("action.instantiate"))).isEnabled())
                .isFalse();
        assertThat(harness.world.packageOf("two-tier").enabled()).isFalse();
    }

    @Test
    void deletingAPackageInUseIsRefusedInsideTheDialog() {
        harness.running("shop");
        harness.open("catalog/ns/" + harness.world.packageOf("two-tier").id());

        _click(_get(Button.class, spec -> spec.withText(t("action.delete"))));
        ConfirmAction dialog = _get(ConfirmAction.class);
        _click(dialog.confirm());

        assertThat(dialog.isOpened()).isTrue();
        assertThat(dialog.getElement().getTextRecursively()).contains("IN_USE");
        assertThat(harness.world.packageOf("two-tier").state()).isEqualTo(PackageState.ONBOARDED);
    }

    private OnboardResult onboard(String file) {
        return catalog.onboard(
                Harness.ADMIN,
                new io.telamon.northbound.api.Upload(
                        file, "", new ByteArrayInputStream(new byte[9])));
    }

    @SuppressWarnings("unchecked")
    private static Grid<PackageView> grid() {
        return _get(Grid.class);
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.catalog;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import io.telamon.errors.Problem;
import io.telamon.errors.TelamonException;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.CatalogFacade;
import io.telamon.northbound.api.OnboardResult;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.widget.UploadWords;
import java.io.IOException;
import java.io.InputStream;

/**
 * Takes package files, several at once, and hands each stream to the catalog as it arrives: nothing
 * is buffered here. What became of each file stays listed until the page is left.
 */
final class UploadPanel extends Div {
    private final Div results = new Div();
    private final Runnable changed;
    private final Caller caller = SignedIn.me();

    UploadPanel(Runnable changed) {
        this.changed = changed;
        addClassName("tm-upload");
        Upload upload = new Upload((UploadHandler) this::receive);
        upload.setDropAllowed(true);
        Button button = new Button(t("upload.button"), VaadinIcon.UPLOAD_ALT.create());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        upload.setUploadButton(button);
        upload.setDropLabel(new Span(t("upload.drop")));
        upload.setI18n(UploadWords.english());
        upload.addAllFinishedListener(event -> upload.clearFileList()); // the results say more
        results.addClassName("tm-upload-results");
        results.getElement().setAttribute("aria-live", "polite");
        add(upload, results);
    }

    /** Runs on the request's thread, without the session's lock. */
    private void receive(UploadEvent event) throws IOException {
        String file = event.getFileName();
        UI ui = event.getUI();
        try (InputStream body = event.getInputStream()) {
            OnboardResult result =
                    Facades.call(
                            CatalogFacade.class,
                            catalog ->
                                    catalog.onboard(
                                            caller,
                                            new io.telamon.northbound.api.Upload(file, "", body)));
            ui.access(() -> arrived(new UploadResult(file, result)));
        } catch (TelamonException refused) {
            ui.access(() -> arrived(new UploadResult(file, Problem.of(refused))));
        }
    }

    private void arrived(UploadResult result) {
        results.addComponentAsFirst(result);
        changed.run();
    }
}

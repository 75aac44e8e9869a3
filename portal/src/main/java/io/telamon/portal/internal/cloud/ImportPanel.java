/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.cloud;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import io.telamon.errors.Problem;
import io.telamon.errors.TelamonException;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.CloudEntry;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.widget.ErrorPanel;
import io.telamon.portal.internal.widget.UploadWords;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;

/** Takes a clouds.yaml, lets a person choose one of its clouds and says what was not taken over. */
final class ImportPanel extends Div {
    private final Consumer<CloudEntry> chosen;
    private final Caller caller = SignedIn.me();
    private final Div result = new Div();

    ImportPanel(Consumer<CloudEntry> chosen) {
        this.chosen = chosen;
        addClassName("tm-import");
        Upload upload = new Upload((UploadHandler) this::receive);
        upload.setDropAllowed(true);
        upload.setMaxFiles(1);
        upload.setUploadButton(new Button(t("import.button"), VaadinIcon.UPLOAD_ALT.create()));
        upload.setDropLabel(new Span(t("import.drop")));
        upload.setI18n(UploadWords.english());
        upload.addAllFinishedListener(event -> upload.clearFileList()); // the result says more
        result.getElement().setAttribute("aria-live", "polite");
        add(upload, result);
    }

    /** Runs on the request's thread, without the session's lock. */
    private void receive(UploadEvent event) throws IOException {
        String file = event.getFileName();
        UI ui = event.getUI();
        try (InputStream body = event.getInputStream()) {
            List<CloudEntry> found =
                    Facades.call(AccountFacade.class, door -> door.readClouds(caller, body));
            ui.access(() -> show(file, found));
        } catch (TelamonException refused) {
            ui.access(() -> refuse(Problem.of(refused)));
        }
    }

    /** Shows what a file holds. */
    void show(String file, List<CloudEntry> found) {
        result.removeAll();
        if (found.size() == 1) {
            choose(file, found.get(0));
            return;
        }
        ComboBox<CloudEntry> choice = new ComboBox<>(t("import.choose", file));
        choice.setItems(found);
        choice.setItemLabelGenerator(entry -> entry.draft().name());
        Div taken = new Div();
        choice.addValueChangeListener(
                event -> {
                    if (event.getValue() != null) {
                        taken.removeAll();
                        taken.add(said(file, event.getValue()));
                        chosen.accept(event.getValue());
                    }
                });
        result.add(choice, taken);
    }

    private void refuse(Problem problem) {
        result.removeAll();
        result.add(new ErrorPanel(problem, null));
    }

    private void choose(String file, CloudEntry entry) {
        result.add(said(file, entry));
        chosen.accept(entry);
    }

    private static Div said(String file, CloudEntry entry) {
        Div said = new Div(new Paragraph(t("import.taken", entry.draft().name(), file)));
        if (!entry.notes().isEmpty()) {
            UnorderedList notes = new UnorderedList();
            entry.notes().forEach(note -> notes.add(new ListItem(note)));
            said.add(notes);
        }
        said.addClassName("tm-hint");
        return said;
    }
}

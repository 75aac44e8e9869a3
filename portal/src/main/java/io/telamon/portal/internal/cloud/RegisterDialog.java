/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.cloud;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.telamon.errors.Problem;
import io.telamon.errors.TelamonException;
import io.telamon.northbound.api.AccountDraft;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.AccountView;
import io.telamon.northbound.api.CloudEntry;
import io.telamon.northbound.api.PluginTypeView;
import io.telamon.portal.internal.facade.Facades;
import io.telamon.portal.internal.facade.SignedIn;
import io.telamon.portal.internal.widget.ErrorPanel;
import io.telamon.portal.internal.widget.Toast;
import java.util.List;

/** Registers a cloud or a controller: from a file or by hand, tested before it is saved. */
final class RegisterDialog extends Dialog {
    private final AccountKind kind;
    private final AccountForm form;
    private final CheckPanel check = new CheckPanel();
    private final Div refusal = new Div();
    private final Button test =
            new Button(t("clouds.test"), VaadinIcon.CONNECT_O.create(), click -> test());
    private final Button save = new Button(t("register.save"), click -> save());

    RegisterDialog(AccountKind kind, List<PluginTypeView> types) {
        this.kind = kind;
        setHeaderTitle(kind.ofMany("register"));
        addClassNames("tm-dialog", "tm-register");
        setCloseOnOutsideClick(false);
        form = new AccountForm(kind, types);
        form.whenChanged(this::stale);
        if (types.isEmpty()) {
            add(new Paragraph(kind.ofMany("notypes")));
        }
        if (kind == AccountKind.CLOUD) {
            add(new Details(t("import.title"), new ImportPanel(this::fill)));
        }
        refusal.getElement().setAttribute("role", "alert");
        add(form, check, refusal);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        check.whileRunning(running -> test.setEnabled(!running));
        check.whenDone(
                works -> {
                    tested(works);
                    check.scrollIntoView(); // its steps have made it longer
                });
        Button cancel = new Button(t("action.cancel"), click -> close());
        cancel.addClassName("tm-first");
        getFooter().add(cancel, test, save);
    }

    /** Asks for the types that are there now and opens. */
    static void start(AccountKind kind) {
        Toast.tried(
                () -> {
                    List<PluginTypeView> types =
                            Facades.call(AccountFacade.class, door -> door.types(SignedIn.me()))
                                    .stream()
                                    .filter(type -> type.kind() == kind.lane())
                                    .toList();
                    new RegisterDialog(kind, types).open();
                });
    }

    private void fill(CloudEntry entry) {
        form.fill(entry.draft());
    }

    /** What was tested is no longer what the form says. */
    private void stale() {
        check.forget();
        refusal.removeAll();
        tested(true);
    }

    /** What does not work can be saved, but is not what the dialog proposes. */
    private void tested(boolean works) {
        save.setText(t(works ? "register.save" : "register.save.anyway"));
        save.getThemeNames().set("primary", works);
    }

    private void test() {
        refusal.removeAll();
        if (form.complete()) {
            AccountDraft draft = form.draft();
            check.run((door, me, seen) -> door.check(me, draft, seen));
            check.scrollIntoView();
        }
    }

    private void save() {
        refusal.removeAll();
        if (!form.complete()) {
            return;
        }
        try {
            AccountDraft draft = form.draft();
            AccountView added =
                    Facades.call(AccountFacade.class, door -> door.add(SignedIn.me(), draft));
            close();
            Toast.done(t("register.saved", added.account().name()));
            UI.getCurrent().navigate(kind.route() + "/" + added.account().lane().id());
        } catch (TelamonException refused) {
            refusal.add(new ErrorPanel(Problem.of(refused), null));
        }
    }
}

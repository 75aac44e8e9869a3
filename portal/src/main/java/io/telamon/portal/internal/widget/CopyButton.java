/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.widget;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Copies a text to the clipboard. */
public final class CopyButton extends Button {
    /** Copies {@code text}, which is called {@code what}. */
    public CopyButton(String what, String text) {
        super(VaadinIcon.COPY_O.create());
        addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON);
        addClassName("tm-copy");
        setAriaLabel(t("copy.label", what));
        setTooltipText(t("copy.label", what));
        addClickListener(
                click -> {
                    getElement()
                            .executeJs(
                                    "(navigator.clipboard ? navigator.clipboard.writeText($0) : Promise.reject())"
                                            + ".catch(() => { const a = document.createElement('textarea');"
                                            + " a.value = $0; document.body.append(a); a.select();"
                                            + " document.execCommand('copy'); a.remove(); })",
                                    text);
                    Toast.done(t("copy.done", what));
                });
    }
}

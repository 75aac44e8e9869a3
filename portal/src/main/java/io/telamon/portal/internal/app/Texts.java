/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.app;

import com.vaadin.flow.component.UI;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Gives every text that a person reads, by key, in the language of the page. */
public final class Texts {
    private static final String BUNDLE = "io.telamon.portal.texts";

    private Texts() {}

    /**
     * The text of a key, with {@code {0}}, {@code {1}} ... replaced; the key itself when unknown.
     */
    public static String t(String key, Object... args) {
        UI ui = UI.getCurrent();
        return in(ui == null ? Locale.ENGLISH : ui.getLocale(), key, args);
    }

    /** The text of a key, or {@code other} when there is none. */
    public static String or(String key, String other) {
        String text = t(key);
        return text.equals(key) ? other : text;
    }

    static String in(Locale locale, String key, Object... args) {
        try {
            ResourceBundle texts =
                    ResourceBundle.getBundle(
                            BUNDLE,
                            locale,
                            Texts.class.getClassLoader(),
                            ResourceBundle.Control.getNoFallbackControl(
                                    ResourceBundle.Control.FORMAT_PROPERTIES));
            return new MessageFormat(texts.getString(key), locale).format(args);
        } catch (MissingResourceException missing) {
            return key;
        }
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.widget;

import static io.telamon.portal.internal.app.Texts.t;

import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Times, lengths of time and sizes as people read them. */
public final class Words {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                    .withLocale(Locale.UK)
                    .withZone(ZoneId.systemDefault());
    private static final long KILO = 1024;
    private static final long MINUTES = 60;
    private static final long HOURS = 48;

    private Words() {}

    /** How long ago, with the exact time on hover. */
    public static Span ago(Instant when) {
        Span text = new Span(age(when));
        text.getElement().setAttribute("title", time(when));
        return text;
    }

    /** How long ago. */
    public static String age(Instant when) {
        Duration age = Duration.between(when, Instant.now());
        if (age.toSeconds() < MINUTES) {
            return t("age.now");
        }
        if (age.toMinutes() < MINUTES) {
            return t("age.minutes", age.toMinutes());
        }
        return age.toHours() < HOURS ? t("age.hours", age.toHours()) : t("age.days", age.toDays());
    }

    /** Date and time in full. */
    public static String time(Instant when) {
        return TIME.format(when);
    }

    /** A length of time. */
    public static String lasting(Duration length) {
        long seconds = length.toSeconds();
        if (seconds < 1) {
            return t("length.millis", length.toMillis());
        }
        return seconds < 2 * MINUTES
                ? t("length.seconds", seconds)
                : t("length.minutes", length.toMinutes());
    }

    /** A number of bytes. */
    public static String size(long bytes) {
        if (bytes < KILO) {
            return t("size.b", bytes);
        }
        return bytes < KILO * KILO ? t("size.kb", bytes / KILO) : t("size.mb", bytes / KILO / KILO);
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.widget;

import static io.telamon.portal.internal.app.Texts.or;

import java.util.Locale;

/**
 * How a state feels; decides icon and colour everywhere, so one state looks the same on all pages.
 */
public enum Tone {
    /** As wished. */
    OK,
    /** Something moves. */
    BUSY,
    /** It waits, which is normal. */
    WAIT,
    /** A person should look. */
    WARN,
    /** It went wrong. */
    BAD,
    /** Nothing there, nothing wrong. */
    OFF;

    /** The tone of a state of the model. */
    public static Tone of(Enum<?> state) {
        return switch (state.name()) {
            case "INSTANTIATED",
                    "COMPLETED",
                    "DONE",
                    "ACTIVE",
                    "ONBOARDED",
                    "OPEN",
                    "OK",
                    "PRESENT",
                    "SYNCED" ->
                    OK;
            case "INSTANTIATING",
                    "CHANGING",
                    "TERMINATING",
                    "PROCESSING",
                    "RUNNING",
                    "BUILDING",
                    "UPLOADING",
                    "ROLLING_BACK",
                    "SYNCING",
                    "DELETING" ->
                    BUSY;
            case "READY", "BLOCKED", "PLANNED", "CREATED", "INFO", "PAUSED" -> WAIT;
            case "FAILED_TEMP",
                    "UNKNOWN",
                    "MISSING",
                    "WARNING",
                    "SLOW",
                    "NO_PLUGIN",
                    "AWAY",
                    "SUSPENDED" ->
                    WARN;
            case "FAILED", "REJECTED", "ERROR", "CIRCUIT_OPEN" -> BAD;
            default -> OFF;
        };
    }

    /** The word for a state of the model. */
    public static String word(Enum<?> state) {
        return or("state." + state.name(), state.name());
    }

    /** As the browser's components name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

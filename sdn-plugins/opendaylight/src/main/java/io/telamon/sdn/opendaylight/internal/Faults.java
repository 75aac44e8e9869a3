/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.http.CallFailed;
import io.telamon.http.Incoming;
import java.util.LinkedHashSet;
import java.util.Set;

/** What the controller says, in Telamon's error codes and the controller's own words. */
final class Faults {
    private static final int MAX_RAW = 2048;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Faults() {}

    /** True when the answer says that there is no such data: 404 of the standard, 409 of some. */
    static boolean isMissing(int status, String body) {
        return (status == 404 || status == 409) && body.contains("data-missing");
    }

    /** True when no switch takes an operation, because it is not or no more connected. */
    static boolean isDisconnected(int status, String body) {
        return status >= 400
                && (body.contains("No implementation of RPC")
                        || body.contains("Device disconnected"));
    }

    /**
     * An answer that is an error.
     *
     * @param what what was tried, in words
     * @param status HTTP status
     * @param body the answer, without secrets
     * @param answer headers of the answer
     */
    static TelamonException of(String what, int status, String body, Incoming answer) {
        String wait = answer.header("Retry-After");
        return new TelamonException(
                code(status, body),
                "%s: the controller answered %d: %s%s%s",
                what,
                status,
                body.isBlank() ? answer.reason() : cut(words(body)),
                wait.isEmpty() ? "" : " (to be tried again after " + wait + " s)",
                isBusy(body) ? "" : hint(status));
    }

    /** OpenDaylight says 403 when it has too many requests under way to one switch. */
    private static boolean isBusy(String body) {
        return body.contains("Request quota exceeded");
    }

    private static String hint(int status) {
        return switch (status) {
            case 401 -> "; check the user and the password of the account";
            case 403 -> "; the user of the account may not do this";
            case 404 -> "; does the endpoint lead to RESTCONF (RFC 8040), usually /rests?";
            default -> "";
        };
    }

    private static ErrorCode code(int status, String body) {
        return switch (status) {
            case 401 -> ErrorCode.VIM_AUTH;
            case 403 -> isBusy(body) ? ErrorCode.VIM_THROTTLED : ErrorCode.VIM_AUTH;
            case 404 -> ErrorCode.VIM_NOT_FOUND;
            case 408 -> ErrorCode.VIM_UNAVAILABLE;
            case 409 ->
                    body.contains("data-exists") || body.contains("data-missing")
                            ? ErrorCode.VIM_REJECTED
                            : ErrorCode.VIM_UNAVAILABLE;
            case 429 -> ErrorCode.VIM_THROTTLED;
            case 501 -> ErrorCode.UNSUPPORTED;
            default -> range(status);
        };
    }

    private static ErrorCode range(int status) {
        return switch (status / 100) {
            case 4 -> ErrorCode.VIM_REJECTED;
            case 5 -> ErrorCode.VIM_UNAVAILABLE;
            default -> ErrorCode.VIM_UNEXPECTED;
        };
    }

    /** A call without an answer. */
    static TelamonException of(String what, CallFailed failed, String text) {
        ErrorCode code =
                switch (failed.kind()) {
                    case ADDRESS, CONTENT, TLS -> ErrorCode.VIM_REJECTED;
                    case REFUSED, BROKEN, CLOSED -> ErrorCode.VIM_UNAVAILABLE;
                    case TIMEOUT, INTERRUPTED -> ErrorCode.VIM_TIMEOUT;
                    case GARBAGE -> ErrorCode.VIM_UNEXPECTED;
                };
        return new TelamonException(code, failed.getCause(), "%s: %s", what, cut(text));
    }

    /** A good status with a body that makes no sense. */
    static TelamonException garbage(String what, String raw) {
        return new TelamonException(
                ErrorCode.VIM_UNEXPECTED, "%s: the answer makes no sense: %s", what, cut(raw));
    }

    /** All messages of an error list, each once; the raw text when there is none. */
    private static String words(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            Set<String> messages = new LinkedHashSet<>();
            for (String field : new String[] {"error-message", "error-path", "error-info"}) {
                json.findValues(field).forEach(value -> messages.add(value.asText()));
            }
            return messages.isEmpty() ? body.strip() : String.join("; ", messages);
        } catch (JsonProcessingException e) {
            return body.replaceAll("(?s)<head>.*?</head>|<[^>]{0,200}>", " ")
                    .replaceAll("\\s+", " ")
                    .strip();
        }
    }

    private static String cut(String text) {
        String all = String.valueOf(text);
        return all.length() <= MAX_RAW ? all : all.substring(0, MAX_RAW);
    }
}

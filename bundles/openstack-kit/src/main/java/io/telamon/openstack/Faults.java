/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.openstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.http.CallFailed;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.openstack4j.core.transport.HttpResponse;

/** What the cloud says, in Telamon's error codes and the cloud's own words. */
public final class Faults {
    private static final int MAX_RAW = 2048;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Faults() {}

    /**
     * An answer that is an error.
     *
     * @param what what was tried, in words
     * @param status HTTP status
     * @param body the answer, without secrets
     * @param answer headers of the answer
     */
    static TelamonException of(String what, int status, String body, HttpResponse answer) {
        String request = header(answer, "x-openstack-request-id");
        String wait = header(answer, "Retry-After");
        Duration pause = pause(wait);
        return new TelamonException(
                        code(status, body),
                        "%s: the cloud answered %d: %s%s%s",
                        what,
                        status,
                        cut(words(body)),
                        wait.isEmpty()
                                ? ""
                                : " (to be tried again after " + pause.toSeconds() + " s)",
                        request.isEmpty() ? "" : " [" + cut(request, 60) + "]")
                .withPause(pause);
    }

    /** Seconds or a date, see RFC 9110 section 10.2.3; what makes no sense says nothing. */
    private static Duration pause(String header) {
        if (header.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(header));
        }
        try {
            Instant then =
                    ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration left = Duration.between(Instant.now(), then);
            return left.isNegative() ? Duration.ZERO : left;
        } catch (DateTimeParseException absent) {
            return Duration.ZERO;
        }
    }

    private static String header(HttpResponse answer, String name) {
        String value = answer.header(name);
        return value == null ? "" : value;
    }

    private static ErrorCode code(int status, String body) {
        String text = body.toLowerCase(Locale.ROOT);
        boolean quota = text.contains("quota");
        return switch (status) {
            case 401 -> ErrorCode.VIM_AUTH;
            case 403 -> quota ? ErrorCode.VIM_QUOTA : ErrorCode.VIM_AUTH;
            case 404 -> ErrorCode.VIM_NOT_FOUND;
            case 409 -> conflict(quota, text);
            case 413 -> ErrorCode.VIM_QUOTA;
            case 408, 504 -> ErrorCode.VIM_UNAVAILABLE;
            case 429 -> ErrorCode.VIM_THROTTLED;
            case 501 -> ErrorCode.UNSUPPORTED;
            default -> range(status);
        };
    }

    /** Nova says 409 while it works on the same server; that passes. */
    private static ErrorCode conflict(boolean quota, String text) {
        if (quota) {
            return ErrorCode.VIM_QUOTA;
        }
        return text.contains("task_state") ? ErrorCode.VIM_UNAVAILABLE : ErrorCode.VIM_REJECTED;
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
    public static TelamonException garbage(String what, String raw) {
        return new TelamonException(
                ErrorCode.VIM_UNEXPECTED, "%s: the answer makes no sense: %s", what, cut(raw));
    }

    /** Each service wraps its message in another way; the raw text when there is none. */
    private static String words(String body) {
        try {
            JsonNode message = JSON.readTree(body).findValue("message");
            return message != null && message.isTextual() ? message.asText() : body.strip();
        } catch (JsonProcessingException e) {
            return body.replaceAll("(?s)<head>.*?</head>|<[^>]{0,200}>", " ")
                    .replaceAll("\\s+", " ")
                    .strip();
        }
    }

    private static String cut(String text) {
        return cut(text, MAX_RAW);
    }

    private static String cut(String text, int most) {
        String all = String.valueOf(text);
        return all.length() <= most ? all : all.substring(0, most);
    }
}

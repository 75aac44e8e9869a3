/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.ErrorKind;
import io.telamon.errors.TelamonException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever went wrong into one ProblemDetails and its headers. */
public final class Problems {
    /** What a client without valid credentials is told to send. */
    public static final String CHALLENGE = "Bearer realm=\"telamon\", Basic realm=\"telamon\"";

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_AFTER_SECONDS = "2";
    private static final Map<Integer, ErrorCode> CODES =
            Map.of(
                    400, ErrorCode.MALFORMED,
                    401, ErrorCode.UNAUTHENTICATED,
                    403, ErrorCode.FORBIDDEN,
                    404, ErrorCode.NOT_FOUND,
                    405, ErrorCode.INVALID_ARGUMENT,
                    406, ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    413, ErrorCode.TOO_LARGE,
                    415, ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    503, ErrorCode.UNAVAILABLE);
    private static final Map<Integer, String> WORDS =
            Map.of(
                    404, "Nothing is at this path; /api/docs lists what there is",
                    405, "This path does not take this method; see the Allow header",
                    406, "Nothing this path can answer fits the Accept header; it is JSON",
                    415, "This path does not take this Content-Type");

    private Problems() {}

    /** The error as data. */
    public static ProblemDetails describe(Throwable error, String path) {
        Throwable cause = known(error);
        if (cause instanceof TelamonException ours) {
            if (ours.code().kind() == ErrorKind.INTERNAL) {
                LOG.error("Request {} failed", path, ours);
            }
            int status = ours.code().httpStatus();
            return ProblemDetails.of(ours.code(), status, String.valueOf(ours.getMessage()), path);
        }
        if (cause instanceof JsonProcessingException json) {
            return ProblemDetails.of(ErrorCode.MALFORMED, 400, describe(json), path);
        }
        if (cause instanceof WebApplicationException web) {
            int status = web.getResponse().getStatus();
            ErrorCode code = CODES.getOrDefault(status, ErrorCode.INTERNAL);
            String words = WORDS.getOrDefault(status, "The request cannot be understood");
            return ProblemDetails.of(code, status, words, path);
        }
        if (connectionLost(error)) {
            LOG.info("Request {} ended early: {}", path, error.getMessage());
        } else {
            LOG.error("Request {} failed", path, error);
        }
        return ProblemDetails.of(
                ErrorCode.INTERNAL, 500, "A defect of Telamon; its log says more", path);
    }

    /** The error as an answer. */
    public static Response answer(Throwable error, String path) {
        ProblemDetails problem = describe(error, path);
        Response.ResponseBuilder answer = answer(problem);
        if (known(error) instanceof WebApplicationException web) {
            List<Object> allowed = web.getResponse().getHeaders().get(HttpHeaders.ALLOW);
            if (allowed != null) {
                answer.header(
                        HttpHeaders.ALLOW,
                        allowed.stream().map(String::valueOf).collect(Collectors.joining(", ")));
            }
        }
        return answer.build();
    }

    /** A problem as an answer that can be added to. */
    public static Response.ResponseBuilder answer(ProblemDetails problem) {
        Response.ResponseBuilder answer =
                Response.status(problem.status())
                        .type(ProblemDetails.MEDIA_TYPE)
                        .header("Cache-Control", "no-store")
                        .entity(problem);
        if (problem.status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
        if (problem.status() == 503 || problem.status() == 429) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer;
    }

    private static boolean connectionLost(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof IOException;
    }

    private static Throwable known(Throwable error) {
        for (Throwable at = error; at != null; at = at.getCause()) {
            if (at instanceof TelamonException || at instanceof JsonProcessingException) {
                return at;
            }
        }
        return error;
    }

    private static String describe(JsonProcessingException error) {
        JsonLocation place = error.getLocation();
        String where =
                place == null || place.getLineNr() < 0
                        ? ""
                        : "line %d, column %d: ".formatted(place.getLineNr(), place.getColumnNr());
        String field =
                error instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                        ? mapping.getPathReference().replaceAll(".*\\[\"(.*)\"\\]", "$1") + ": "
                        : "";
        return "The body cannot be read at " + where + field + reason(error);
    }

    /** What is wrong, in the words of JSON: the names of our classes tell a client nothing. */
    private static String reason(JsonProcessingException error) {
        if (error instanceof UnrecognizedPropertyException unknown) {
            return "this field is not known; known are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        if (error instanceof MismatchedInputException mismatched) {
            return "the value does not fit, expected is "
                    + kind(
                            mismatched.getTargetType() == null
                                    ? Object.class
                                    : mismatched.getTargetType());
        }
        return error.getOriginalMessage();
    }

    private static String kind(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + List.of(type.getEnumConstants());
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a text";
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "a list" : "an object";
    }
}

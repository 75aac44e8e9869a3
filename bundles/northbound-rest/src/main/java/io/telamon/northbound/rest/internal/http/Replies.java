/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.telamon.errors.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Problems from servlets that are not under CXF. */
public final class Replies {
    private static final ObjectMapper MAPPER = Json.mapper();

    private Replies() {}

    /** Answers with what an exception means. */
    public static void problem(
            HttpServletRequest request, HttpServletResponse response, Throwable error)
            throws IOException {
        write(response, Problems.describe(error, request.getRequestURI()));
    }

    /** Answers with a problem that no exception stands for. */
    public static void problem(
            HttpServletResponse response, int status, ErrorCode code, String detail)
            throws IOException {
        write(response, ProblemDetails.of(code, status, detail, null));
    }

    private static void write(HttpServletResponse response, ProblemDetails problem)
            throws IOException {
        response.setStatus(problem.status());
        response.setContentType(ProblemDetails.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        if (problem.status() == 401) {
            response.setHeader("WWW-Authenticate", Problems.CHALLENGE);
        }
        if (problem.status() == 503) {
            response.setHeader("Retry-After", "2");
        }
        response.getOutputStream().write(MAPPER.writeValueAsBytes(problem));
    }
}

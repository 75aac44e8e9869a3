/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.telamon.errors.ErrorCode;
import io.telamon.model.descriptor.Finding;
import java.util.List;
import java.util.Locale;

/**
 * An error as REST clients see it (RFC 7807, SOL013 clause 6.3).
 *
 * @param type URI of the kind of error
 * @param title the kind of error in words
 * @param status HTTP status
 * @param detail what happened to which object, and what to do
 * @param instance path of the request
 * @param code code of the catalogue, for programs
 * @param findings findings in a refused package
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemDetails(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        List<Finding> findings) {
    /** Media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem of the catalogue. */
    public static ProblemDetails of(ErrorCode code, int status, String detail, String path) {
        String words = code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new ProblemDetails(
                "urn:telamon:error:" + words.replace(' ', '-'),
                words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1),
                status,
                detail,
                path,
                code.name(),
                null);
    }

    /** The same problem with findings. */
    public ProblemDetails with(List<Finding> found) {
        return new ProblemDetails(type, title, status, detail, instance, code, found);
    }
}

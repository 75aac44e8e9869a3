/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.http;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Supplier;

/** Small things that resources share: entity tags, locations, required bodies. */
public final class Calls {
    /** Media type of changes (RFC 7396). */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    /** Header with the version a change is based on. */
    public static final String IF_MATCH = "If-Match";

    private Calls() {}

    /** An answer with the object's version as its tag. */
    public static Response tagged(Object representation, long version) {
        return Response.ok(representation).tag(new EntityTag(Long.toString(version))).build();
    }

    /**
     * The version a change is based on.
     *
     * @param ifMatch header or null
     * @param required refuses a missing header with 428
     * @return the version, -1 for any
     */
    public static long version(String ifMatch, boolean required) {
        if (ifMatch == null || ifMatch.isBlank()) {
            if (required) {
                throw new TelamonException(
                        ErrorCode.PRECONDITION_REQUIRED,
                        "Send If-Match with the ETag of what you read, or If-Match: *");
            }
            return -1;
        }
        String tag = ifMatch.strip().replaceAll("^W/", "").replace("\"", "");
        if ("*".equals(tag)) {
            return -1;
        }
        if (!tag.matches("\\d{1,18}")) {
            throw new TelamonException(
                    ErrorCode.STALE, "%s is no ETag of this object: read it again", ifMatch);
        }
        return Long.parseLong(tag);
    }

    /** Absolute address below the root of this server. */
    public static String href(UriInfo uri, String path) {
        String base = uri.getBaseUri().toString();
        return base.replaceAll("/+$", "") + path;
    }

    /** 201 with the new object and where it is. */
    public static Response created(UriInfo uri, String path, Object representation) {
        return Response.status(201)
                .header("Location", href(uri, path))
                .entity(representation)
                .build();
    }

    /** 202 with where the operation can be watched. */
    public static Response accepted(UriInfo uri, String path) {
        return Response.accepted().header("Location", href(uri, path)).build();
    }

    /** A body that must be there. */
    public static <T> T body(T body) {
        return required(body, "The request needs a JSON body");
    }

    /** A field that must be there. */
    public static <T> T required(T value, String otherwise) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw new TelamonException(ErrorCode.INVALID_ARGUMENT, "%s", otherwise);
        }
        return value;
    }

    /** Turns words and ids that make no sense into a refusal. */
    public static <T> T parse(String what, String text, Supplier<T> reader) {
        required(text, what + " is missing");
        try {
            return reader.get();
        } catch (IllegalArgumentException | java.time.DateTimeException wrong) {
            throw new TelamonException(
                    ErrorCode.INVALID_ARGUMENT, wrong, "%s is not a valid %s", text, what);
        }
    }
}

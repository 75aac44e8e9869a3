/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.errors;

/**
 * Catalogue of everything that can go wrong, with what each door needs to know about it: who must
 * act, whether trying again helps, and the HTTP status of RFC 7807 problems.
 */
public enum ErrorCode {
    /** A field or parameter is missing, malformed or out of range. */
    INVALID_ARGUMENT(ErrorKind.USER, false, 400),
    /** A body that cannot be parsed. */
    MALFORMED(ErrorKind.USER, false, 400),
    /** No valid credentials. */
    UNAUTHENTICATED(ErrorKind.USER, false, 401),
    /** The caller is known but lacks the permission. */
    FORBIDDEN(ErrorKind.USER, false, 403),
    /** No such object, or not one this tenant may see. */
    NOT_FOUND(ErrorKind.USER, false, 404),
    /** The object is in a state that does not allow this. */
    WRONG_STATE(ErrorKind.CONFLICT, false, 409),
    /** Another object uses this one. */
    IN_USE(ErrorKind.CONFLICT, false, 409),
    /** The name or id is taken. */
    ALREADY_EXISTS(ErrorKind.CONFLICT, false, 409),
    /** Another operation on the same object is running. */
    BUSY(ErrorKind.CONFLICT, true, 409),
    /** What the decision was based on changed meanwhile. */
    STALE(ErrorKind.CONFLICT, true, 412),
    /** A body over the limit. */
    TOO_LARGE(ErrorKind.USER, false, 413),
    /** A media type this resource does not take. */
    UNSUPPORTED_MEDIA_TYPE(ErrorKind.USER, false, 415),
    /** A package or descriptor with errors; the report lists them. */
    INVALID_PACKAGE(ErrorKind.USER, false, 422),
    /** A descriptor refers to another one that is not on-boarded. */
    MISSING_DEPENDENCY(ErrorKind.CONFLICT, false, 409),
    /** Placement found no VIM that satisfies the constraints. */
    NO_PLACEMENT(ErrorKind.RESOURCE, false, 409),
    /** The tenant's or the account's quota does not suffice. */
    QUOTA(ErrorKind.RESOURCE, false, 409),
    /** Precondition header missing where it is required. */
    PRECONDITION_REQUIRED(ErrorKind.USER, false, 428),
    /** Too many requests or a queue that is full. */
    OVERLOADED(ErrorKind.RESOURCE, true, 429),

    /** The VIM refused the credentials. */
    VIM_AUTH(ErrorKind.EXTERNAL, false, 502),
    /** The VIM's own quota or capacity is exhausted. */
    VIM_QUOTA(ErrorKind.RESOURCE, false, 502),
    /** The VIM says our request is wrong; repeating it changes nothing. */
    VIM_REJECTED(ErrorKind.EXTERNAL, false, 502),
    /** The thing we meant is not on the VIM. */
    VIM_NOT_FOUND(ErrorKind.EXTERNAL, false, 502),
    /** Refused or broken connection, 5xx, maintenance. */
    VIM_UNAVAILABLE(ErrorKind.EXTERNAL, true, 503),
    /** No answer within the deadline: the outcome of a change is unknown. */
    VIM_TIMEOUT(ErrorKind.EXTERNAL, true, 504),
    /** The VIM asks us to slow down. */
    VIM_THROTTLED(ErrorKind.EXTERNAL, true, 503),
    /** The VIM reports that the thing itself went into an error state. */
    VIM_FAULT(ErrorKind.EXTERNAL, false, 502),
    /** An answer that makes no sense. */
    VIM_UNEXPECTED(ErrorKind.EXTERNAL, false, 502),
    /** An ability the plug-in or the cloud does not have. */
    UNSUPPORTED(ErrorKind.EXTERNAL, false, 501),
    /** The bundle that does this is not there at the moment. */
    UNAVAILABLE(ErrorKind.EXTERNAL, true, 503),
    /** A defect of Telamon. */
    INTERNAL(ErrorKind.INTERNAL, false, 500);

    private final ErrorKind kind;
    private final boolean retryable;
    private final int httpStatus;

    ErrorCode(ErrorKind kind, boolean retryable, int httpStatus) {
        this.kind = kind;
        this.retryable = retryable;
        this.httpStatus = httpStatus;
    }

    /** Who can do something about it. */
    public ErrorKind kind() {
        return kind;
    }

    /** True when the same request may succeed later without a change by the caller. */
    public boolean retryable() {
        return retryable;
    }

    /** Status code for REST doors. */
    public int httpStatus() {
        return httpStatus;
    }
}

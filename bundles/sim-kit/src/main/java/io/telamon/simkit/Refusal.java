/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

/** A simulated cloud says no: becomes an error answer with status, code and reason. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /** Says no with an HTTP status, a short code such as {@code quota}, and a reason for people. */
    public Refusal(int status, String code, String format, Object... args) {
        super(String.format(format, args));
        this.status = status;
        this.code = code;
    }

    /** The error answer. */
    public Answer answer() {
        return Answer.of(status, new Words(code, getMessage()));
    }

    /**
     * Body of an error answer.
     *
     * @param error short code
     * @param message reason for people
     */
    public record Words(String error, String message) {}
}

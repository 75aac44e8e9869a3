/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.flow;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.grpc.Status;
import io.telamon.edge.computer.internal.function.RefusedException;
import io.telamon.edge.computer.internal.function.Texts;
import io.telamon.edge.rpc.LambdaResponse;
import io.telamon.edge.spi.FunctionException;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How callers are told that something did not work. A broker of serverlessonedge takes a computer
 * whose answer is not OK out of service for all functions, so an error of a function is an answer
 * unless set otherwise.
 *
 * @param errors how errors of a function are told, which another computer would not mend
 * @param refusals how a caller is told to go elsewhere
 */
public record Policy(Errors errors, Refusals refusals) {
    private static final Logger LOG = LoggerFactory.getLogger(Policy.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    // what brokers say when nothing was executed: others try the next destination
    private static final String ELSEWHERE = "No destinations found for the entry";

    /** How errors of a function are told. */
    public enum Errors {
        /** The answer is OK and its output is the error. */
        OUTPUT,
        /** The answer's retcode is the error. */
        RETCODE
    }

    /** How a caller is told to go elsewhere. */
    public enum Refusals {
        /** By gRPC's status when there is too much to do, else by the retcode. */
        STATUS,
        /** As an error in the output. */
        OUTPUT
    }

    /** What went wrong: its kind and the text for the caller. */
    record Failure(String kind, String text) {}

    /** The answer to a call that failed; a StatusRuntimeException when it is a status. */
    LambdaResponse answer(Throwable error) {
        Throwable cause = cause(error);
        Failure failure = failure(cause);
        if (cause instanceof RefusedException refused) {
            return refusal(refused, failure);
        }
        return errors == Errors.OUTPUT ? output(failure) : retcode(failure);
    }

    private LambdaResponse refusal(RefusedException refused, Failure failure) {
        if (refusals == Refusals.OUTPUT) {
            return output(failure);
        }
        return switch (refused.reason()) {
            case UNKNOWN -> retcode(failure);
            case BUSY -> throw status(Status.RESOURCE_EXHAUSTED, failure);
            case GIVEN_UP -> throw status(Status.UNAVAILABLE, failure);
            case STOPPING -> retcode(new Failure(failure.kind(), ELSEWHERE));
        };
    }

    /** For a callback there is no broker to be careful of: the retcode is the error. */
    static LambdaResponse retcode(Failure failure) {
        return LambdaResponse.newBuilder()
                .setRetcode(failure.text())
                .setFailure(failure.kind())
                .build();
    }

    static Failure failure(Throwable error) {
        Throwable cause = cause(error);
        if (cause instanceof FunctionException e) {
            return new Failure(e.reason().name(), text(e));
        }
        if (cause instanceof RefusedException e) {
            return new Failure(e.reason().name(), text(e));
        }
        if (cause instanceof java.util.concurrent.CancellationException) {
            return new Failure("CANCELLED", "The caller gave up");
        }
        LOG.error("A call failed unexpectedly", cause);
        return new Failure("FAILED", "Unexpected: " + Texts.brief(cause.toString()));
    }

    private static LambdaResponse output(Failure failure) {
        String text =
                JSON.createObjectNode()
                        .set(
                                "error",
                                JSON.createObjectNode()
                                        .put("reason", failure.kind())
                                        .put("message", failure.text()))
                        .toString();
        return LambdaResponse.newBuilder()
                .setRetcode("OK")
                .setOutput(text)
                .setFailure(failure.kind())
                .build();
    }

    private static RuntimeException status(Status status, Failure failure) {
        return status.withDescription(failure.text()).asRuntimeException();
    }

    private static String text(Exception e) {
        String text = e.getMessage();
        return text == null || text.isBlank() ? "Failed without a word" : Texts.brief(text);
    }

    private static Throwable cause(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null
                ? error.getCause()
                : error;
    }
}

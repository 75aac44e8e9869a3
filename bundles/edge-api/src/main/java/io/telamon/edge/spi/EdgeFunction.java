/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.spi;

/**
 * A function that edge computers execute. Register it as an OSGi service with the property {@value
 * #NAME}; running computers announce it by themselves and forget it when the service goes.
 *
 * <p>One instance serves calls of several threads at once, at most {@value #WORKERS} of them. A
 * call that takes longer than {@value #TIMEOUT} is answered with an error and its thread is
 * interrupted: a function that ignores interrupts keeps its worker until it returns.
 */
public interface EdgeFunction {
    /** Service property: the name under which clients call the function. Required. */
    String NAME = "edge.function";

    /** Service property: calls at once; 4 unless set. */
    String WORKERS = "edge.function.workers";

    /**
     * Service property: longest time of a call in milliseconds; the computer's limit unless set.
     */
    String TIMEOUT = "edge.function.timeout.millis";

    /**
     * Executes one call.
     *
     * @throws FunctionException when this input cannot be served; the text goes to the caller
     * @throws InterruptedException when the call was given up
     */
    FunctionOutput call(FunctionInput input) throws FunctionException, InterruptedException;
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

/** When a serverless function runs. */
public enum FunctionStart {
    /** Once, first, to prepare the service ({@code bootstrap: "true"}). */
    BOOTSTRAP,
    /** As soon as the service is instantiated. */
    IMMEDIATE,
    /** When an event asks for it ({@code start: "false"}). */
    ON_EVENT
}

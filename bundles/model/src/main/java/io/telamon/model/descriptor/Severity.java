/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

/** How grave a finding is. */
public enum Severity {
    /** The package is refused. */
    ERROR,
    /** Accepted, but something was not understood or looks wrong. */
    WARNING,
    /** Worth knowing. */
    INFO
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

/** Relation between a measured value (left) and a limit (right). */
public enum Comparison {
    /** Greater or equal. */
    GE,
    /** Less or equal. */
    LE,
    /** Greater. */
    GT,
    /** Less. */
    LT,
    /** Equal. */
    EQ,
    /** Not equal. */
    NE
}

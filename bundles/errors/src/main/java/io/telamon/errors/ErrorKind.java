/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.errors;

/** Who can do something about an error; decides the tone of the message and the HTTP class. */
public enum ErrorKind {
    /** The request is wrong: the caller must change it. */
    USER,
    /** The request contradicts the present state: read again, then decide. */
    CONFLICT,
    /** A system outside Telamon failed or refused. */
    EXTERNAL,
    /** Something ran out: quota, capacity, pool, disk. */
    RESOURCE,
    /** Our own fault. */
    INTERNAL
}

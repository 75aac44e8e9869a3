/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.tck;

/** What plug-ins get wrong. */
enum Defect {
    /** Nothing. */
    NONE,
    /** A repeated create makes a second thing. */
    DOUBLES,
    /** The token is not stored. */
    FORGETS_TOKENS,
    /** Deleting what is gone fails. */
    DELETES_ONCE,
    /** Observing the unknown fails. */
    INSISTS,
    /** A thread outlives its session. */
    LEAKS_THREAD,
    /** A socket outlives its session. */
    LEAKS_SOCKET,
    /** The secret is in a text. */
    TELLS_SECRET,
    /** A closed session goes on working. */
    NEVER_CLOSES,
    /** An ability that was not declared is there. */
    HIDES_ABILITY,
    /** Foreign exceptions come out. */
    RAW_EXCEPTIONS,
    /** One create makes two things on the cloud. */
    MISCOUNTS
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.base;

import java.io.PrintStream;

/** The streams of the running command: Karaf redirects the process's streams for each thread. */
final class Messages {
    private Messages() {}

    // the session's console is behind the last pipe of a line; this is the command's own output
    @SuppressWarnings("checkstyle:RegexpSinglelineJava")
    static PrintStream output() {
        return System.out;
    }

    // the session offers no other way to its error stream
    @SuppressWarnings("checkstyle:RegexpSinglelineJava")
    static void print(String line) {
        System.err.println(line);
        System.err.flush();
    }
}

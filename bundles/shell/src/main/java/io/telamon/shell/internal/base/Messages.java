/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.base;

/** Standard error of the session: Karaf redirects the process's stream for each thread. */
final class Messages {
    private Messages() {}

    // the session offers no other way to its error stream
    @SuppressWarnings("checkstyle:RegexpSinglelineJava")
    static void print(String line) {
        System.err.println(line);
        System.err.flush();
    }
}

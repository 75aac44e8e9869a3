/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.kit;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A role or tool that runs on its own; the launcher starts it by its name. */
public interface Program {
    /** What the user types. */
    String name();

    /**
     * Runs with these arguments and writes what it has to say to out. A server returns when it was
     * told to stop. The result is the exit code: 0, or 1 for work that failed. Wrong arguments are
     * an IllegalArgumentException, which the launcher shows with exit code 2.
     */
    int run(List<String> arguments, Map<String, String> environment, Appendable out)
            throws IOException, InterruptedException;
}

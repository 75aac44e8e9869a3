/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.base;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.apache.karaf.shell.api.console.Session;

/** Asks the person at the shell; refuses when there is none. */
public final class Questions {
    private Questions() {}

    /** Goes on only after "yes"; without a terminal only with {@code --yes}. */
    public static void confirm(Session session, boolean yes, String effect) throws IOException {
        if (yes) {
            return;
        }
        if (session.getTerminal() == null) {
            throw new CommandFailure(
                    Exit.USAGE, effect + ": there is nobody to ask; repeat with --yes");
        }
        String answer = session.readLine(effect + ". Go on? (yes/no) ", null);
        if (answer == null || !answer.strip().matches("(?i)y|yes")) {
            throw new CommandFailure(Exit.FAILED, "Nothing was done");
        }
    }

    /** A secret, typed without echo, or the first line of standard input. */
    public static char[] secret(Session session, String prompt, boolean fromInput)
            throws IOException {
        if (fromInput) {
            String line =
                    new BufferedReader(
                                    new InputStreamReader(
                                            session.getKeyboard(), StandardCharsets.UTF_8))
                            .readLine();
            return (line == null ? "" : line).toCharArray();
        }
        if (session.getTerminal() == null) {
            throw new CommandFailure(
                    Exit.USAGE,
                    "There is nobody to ask for the " + prompt + "; pipe it in instead");
        }
        String typed = session.readLine(prompt + ": ", '*');
        return (typed == null ? "" : typed).toCharArray();
    }
}

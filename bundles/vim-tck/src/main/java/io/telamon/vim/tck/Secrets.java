/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.tck;

import io.telamon.vim.spi.VimSession;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Collects every text through which a secret could leak. */
final class Secrets {
    private Secrets() {}

    /** The whole stack trace with all causes, and the session's own texts. */
    static String of(Throwable error, VimSession session) {
        StringWriter text = new StringWriter();
        try (PrintWriter writer = new PrintWriter(text)) {
            for (Throwable one = error; one != null; one = one.getCause()) {
                writer.println(one);
                for (StackTraceElement frame : one.getStackTrace()) {
                    writer.println(frame);
                }
            }
        }
        return text + " " + session + " " + session.probe();
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.base;

import org.apache.karaf.shell.api.action.Option;

/** A command that changes something at once and answers with one line for people. */
public abstract class ChangeCommand extends TelamonCommand {
    @Option(name = "--yes", aliases = "-y", description = "Do not ask")
    boolean yes;

    /** What would happen, for the question; empty when nobody needs to be asked. */
    protected String effect() {
        return "";
    }

    /** Does it and says what was done. */
    protected abstract String change() throws Exception;

    @Override
    protected final boolean speaksOnOutput() {
        return true;
    }

    @Override
    protected final void run() throws Exception {
        if (!effect().isEmpty()) {
            Questions.confirm(session(), yes, effect());
        }
        say("%s", change());
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.base;

import io.telamon.errors.TelamonException;
import io.telamon.model.security.Caller;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.osgi.framework.BundleContext;

/**
 * A command over facades. Data goes to standard output, everything else to standard error; a
 * failure is one line and an exit status. Karaf makes one object for each call.
 */
public abstract class TelamonCommand implements Action {
    private static final long PAUSE_MILLIS = 200;

    @Reference Session session;

    @Reference BundleContext context;

    /** Work in another tenant for this one command. */
    @Option(name = "--tenant", description = "Tenant to work in for this command")
    String tenant = "";

    private Doors doors;
    private Caller caller;

    /** Does the work. */
    protected abstract void run() throws Exception;

    @Override
    public final Object execute() throws Exception {
        try {
            TrailingOptions.settle(this);
            run();
            out().flush();
            return null;
        } catch (TelamonException failed) {
            return failed(
                    new CommandFailure(
                            Exit.of(failed.code()), failed.code().name(), failed.getMessage()));
        } catch (CommandFailure failed) {
            return failed(failed);
        } catch (IllegalArgumentException wrong) {
            return failed(new CommandFailure(Exit.USAGE, "INVALID_ARGUMENT", wrong.getMessage()));
        }
    }

    /** Calls a facade as the person at the shell. */
    protected final <F, T> T ask(Class<F> facade, BiFunction<F, Caller, T> call) {
        Caller me = caller();
        return doors().call(facade, door -> call.apply(door, me));
    }

    /** Calls a facade that answers with one thing, and makes a list of it. */
    protected final <F, T> List<T> askOne(Class<F> facade, BiFunction<F, Caller, T> call) {
        T one = ask(facade, call);
        return List.of(one);
    }

    /** Who types, in the tenant chosen. */
    protected final Caller caller() {
        if (caller == null) {
            caller = Callers.of(session, tenant, doors());
        }
        return caller;
    }

    /** The way to the facades. */
    protected final Doors doors() {
        if (doors == null) {
            doors = Doors.in(context);
        }
        return doors;
    }

    /** Lets tests stand in for Karaf. */
    final void wire(Session typed, Doors facades, Caller typist) {
        this.session = typed;
        this.doors = facades;
        this.caller = typist;
    }

    /** The session the command was typed in. */
    protected final Session session() {
        return session;
    }

    /** Standard output, or the next command of a pipe. */
    protected final PrintStream out() {
        return Messages.output();
    }

    /** One line for people. */
    protected final void say(String format, Object... args) {
        String line = args.length == 0 ? format : String.format(format, args);
        if (isInteractive() || !speaksOnOutput()) {
            Messages.print(line);
        } else {
            out().println(line);
            flush();
        }
    }

    /**
     * True when messages may stand between the data. Karaf loses standard error of {@code ssh host
     * command}, so there they stand on standard output, unless a program reads that.
     */
    protected boolean speaksOnOutput() {
        return false;
    }

    /** True when a person can answer questions. */
    protected final boolean isInteractive() {
        return session.getTerminal() != null;
    }

    /** The value of an option that must be given; Karaf could not see it behind arguments. */
    protected static String needed(String option, String value) {
        if (value.isEmpty()) {
            throw new CommandFailure(Exit.USAGE, "The option " + option + " is needed");
        }
        return value;
    }

    /** Karaf holds output of an SSH command back until its end, unless the console is flushed. */
    protected final void flush() {
        out().flush();
        session.getConsole().flush();
    }

    /** Waits a moment; false when the person wants to stop. */
    protected final boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** True when errors are wanted as JSON problems. */
    protected boolean machineReads() {
        return false;
    }

    /**
     * Over SSH a returned number is the exit status and standard error is lost; at a prompt Karaf
     * shows the exception.
     */
    private Object failed(CommandFailure failure) throws CommandException {
        out().flush();
        String line = "Error " + failure.code() + ": " + failure.getMessage();
        if (isInteractive()) {
            throw new CommandException(line, line);
        }
        if (failure.getMessage().isEmpty()) {
            return failure.exit().status(); // what was printed says it all
        }
        out().println(
                        machineReads()
                                ? Json.line(
                                        Map.of(
                                                "title", failure.code(),
                                                "status", failure.exit().status(),
                                                "detail", failure.getMessage()))
                                : line);
        out().flush();
        return failure.exit().status();
    }
}

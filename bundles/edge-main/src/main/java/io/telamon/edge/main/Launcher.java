/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.main;

import io.telamon.edge.kit.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Finds the program that the user names and runs it. */
final class Launcher {
    static final int FAILED = 1;
    static final int MISUSED = 2;

    private static final String PREFIX = "edge";

    private final Map<String, Program> programs = new TreeMap<>();
    private final Appendable out;
    private final Appendable err;

    Launcher(List<Program> programs, Appendable out, Appendable err) {
        programs.forEach(program -> this.programs.put(plain(program.name()), program));
        this.out = out;
        this.err = err;
    }

    /** All programs on the class path; a role that is not there is not offered. */
    static List<Program> found() {
        List<Program> found = new ArrayList<>();
        Iterator<Program> programs = ServiceLoader.load(Program.class).iterator();
        boolean more = true;
        while (more) {
            try {
                more = programs.hasNext();
                if (more) {
                    found.add(programs.next());
                }
            } catch (ServiceConfigurationError e) {
                more = true;
            }
        }
        return found;
    }

    /** {@code edgerouter} and {@code router} are the same. */
    private static String plain(String name) {
        boolean prefixed = name.startsWith(PREFIX) && name.length() > PREFIX.length();
        return prefixed ? name.substring(PREFIX.length()) : name;
    }

    /** Runs and tells the exit code. */
    int run(List<String> arguments) {
        String first = arguments.isEmpty() ? "--help" : arguments.get(0);
        if (first.equals("--help") || first.equals("-h") || first.equals("help")) {
            say(out, usage());
            return arguments.isEmpty() ? MISUSED : 0;
        }
        Program program = programs.get(plain(first));
        if (program == null) {
            say(err, "there is no role " + first + "\n" + usage());
            return MISUSED;
        }
        return run(program, arguments.subList(1, arguments.size()));
    }

    private int run(Program program, List<String> arguments) {
        try {
            return program.run(arguments, System.getenv(), out);
        } catch (IllegalArgumentException e) {
            say(err, program.name() + ": " + e.getMessage() + "\n");
            return MISUSED;
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            say(err, program.name() + ": " + e.getMessage() + "\n");
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private String usage() {
        return "Usage: ROLE OPTIONS...   (ROLE --help tells its options)\nRoles: "
                + String.join(" ", programs.keySet())
                + "\n";
    }

    private static void say(Appendable where, String text) {
        try {
            where.append(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

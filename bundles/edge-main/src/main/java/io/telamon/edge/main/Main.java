/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.main;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The process: one program, its arguments, its exit code. */
public final class Main {
    private Main() {}

    /** Ends the process when the program has ended. */
    public static void main(String[] arguments) {
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        int code = new Launcher(Launcher.found(), out, err).run(List.of(arguments));
        out.flush();
        System.exit(code);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Counts what a closed session might have left in this JVM. */
final class Residue {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private Residue() {}

    static Set<Thread> threads() {
        return new HashSet<>(Thread.getAllStackTraces().keySet());
    }

    /** Threads that came since and are not the JVM's own. */
    static Set<Thread> threadsBeyond(Set<Thread> before) {
        Set<Thread> now = threads();
        now.removeAll(before);
        now.removeIf(thread -> !thread.isAlive() || isOfTheMachine(thread));
        return now;
    }

    private static boolean isOfTheMachine(Thread thread) {
        String name = thread.getName();
        return name.startsWith("Attach")
                || name.startsWith("process reaper")
                || name.startsWith("Common-Cleaner")
                || name.startsWith("surefire");
    }

    /** True when a thread sleeps or waits for the operating system. */
    static boolean blocked(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        return thread.getState() == Thread.State.TIMED_WAITING
                || thread.getState() == Thread.State.WAITING
                || stack.length > 0 && stack[0].isNativeMethod();
    }

    static boolean canCountSockets() {
        return Files.isDirectory(DESCRIPTORS);
    }

    static int sockets() {
        try (Stream<Path> all = Files.list(DESCRIPTORS)) {
            return (int) all.filter(Residue::isSocket).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException gone) {
            return false;
        }
    }
}

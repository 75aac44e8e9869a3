/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Places where a crash test wants the process to die. Off unless the system property {@code
 * telamon.crash} says {@code point:count:file}: the count-th thread that arrives at the point
 * writes the file and never returns, so that the test can kill the process while it is exactly
 * there.
 */
@Component(service = CrashPoints.class)
public final class CrashPoints {
    /** Everything is written, nothing is committed. */
    public static final String BEFORE_COMMIT = "before-commit";

    /** Intents are committed, no call has left. */
    public static final String COMMITTED_NOT_SENT = "committed-not-sent";

    /** The partner answered, the answer is not recorded. */
    public static final String ANSWERED_NOT_RECORDED = "answered-not-recorded";

    /** The outcome is committed, dependants are not released in memory. */
    public static final String RECORDED_NOT_RELEASED = "recorded-not-released";

    /** A call of an operation that rolls back was answered. */
    public static final String IN_ROLLBACK = "in-rollback";

    /** A sub-plan is written, its transaction is not committed. */
    public static final String IN_EXPANSION = "in-expansion";

    private static final Logger LOG = LoggerFactory.getLogger(CrashPoints.class);

    private final String armed;
    private final Path file;
    private final AtomicInteger left;

    /** Reads the system property. */
    @Activate
    public CrashPoints() {
        this(System.getProperty("telamon.crash", ""));
    }

    /** For tests: {@code point:count:file} or empty. */
    public CrashPoints(String setting) {
        String[] parts = setting.split(":", 3);
        armed = parts.length == 3 ? parts[0] : "";
        left = new AtomicInteger(parts.length == 3 ? Integer.parseInt(parts[1]) : 0);
        file = parts.length == 3 ? Path.of(parts[2]) : null;
    }

    /** Marks a place; does not return when a test waits here. */
    public void reach(String point) {
        if (!armed.isEmpty() && armed.equals(point) && left.decrementAndGet() == 0) {
            hold(point);
        }
    }

    private void hold(String point) {
        try {
            Files.writeString(file, point);
        } catch (IOException failed) {
            LOG.error("Crash point {} cannot write {}", point, file, failed);
        }
        while (true) {
            LockSupport.park();
        }
    }
}

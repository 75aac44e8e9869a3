/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.function;

/** How a running call is given up: its thread is interrupted and what it said is run. */
public final class Stop {
    // guarded by this
    private Thread thread;
    private Runnable action;
    private boolean stopped;

    /** Says what else to do when the call is given up; does it at once when it already was. */
    public void also(Runnable what) {
        synchronized (this) {
            action = what;
            if (!stopped) {
                return;
            }
        }
        what.run();
    }

    /** The calling thread begins with the call; false when that was given up before. */
    synchronized boolean begin() {
        thread = Thread.currentThread();
        return !stopped;
    }

    /** The calling thread is done with the call; it takes no interrupt along. */
    synchronized void end() {
        thread = null;
        action = null;
        Thread.interrupted();
    }

    /** Gives the call up. */
    void now() {
        Runnable what;
        synchronized (this) {
            if (stopped) {
                return;
            }
            stopped = true;
            what = action;
            if (thread != null && thread != Thread.currentThread()) {
                thread.interrupt();
            }
        }
        if (what != null) {
            what.run();
        }
    }
}

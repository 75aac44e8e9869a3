/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.lane;

import io.telamon.model.LaneId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How much a partner may be asked at once. Starts with one permit and doubles with each success; a
 * time-out takes it back to one; several in a row open the circuit, then only probes go out. Owned
 * by the ledger thread.
 */
public final class Lane {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final LaneId id;
    private final int maximum;
    private final int circuitAfter;
    private int permits = 1;
    private int inFlight;
    private int timeouts;
    private Duration pause = FIRST_PAUSE;
    private Instant probeAt;
    private boolean probing;
    private boolean paused;
    private String absent = "";
    private String detail = "";

    /** A fresh lane. */
    public Lane(LaneId id, int maximum, int circuitAfter) {
        this.id = id;
        this.maximum = maximum;
        this.circuitAfter = circuitAfter;
    }

    /** Which lane. */
    public LaneId id() {
        return id;
    }

    /** True when one more call may go out now. */
    public boolean hasRoom() {
        return room() > 0;
    }

    /** How many more calls may go out now. */
    public int room() {
        boolean open = !paused && absent.isEmpty() && probeAt == null;
        return open ? Math.max(0, permits - inFlight) : 0;
    }

    /** A call goes out. */
    public void sent() {
        inFlight++;
    }

    /** A call came back with an answer of any kind. */
    public void answered() {
        inFlight--;
        timeouts = 0;
        pause = FIRST_PAUSE;
        permits = Math.min(maximum, permits * 2);
        detail = "";
    }

    /** A call came back without an answer. */
    public void unanswered(String why, Instant now) {
        inFlight--;
        timeouts++;
        permits = 1;
        detail = why;
        if (timeouts >= circuitAfter && probeAt == null) {
            openCircuit(now);
        }
    }

    /** A call came back that never reached the partner. */
    public void returned() {
        inFlight--;
    }

    /**
     * True when the circuit is open and the partner should be probed now; the probe is counted out.
     */
    public boolean takeProbe(Instant now) {
        if (probeAt == null || probing || paused || !absent.isEmpty() || now.isBefore(probeAt)) {
            return false;
        }
        probing = true;
        return true;
    }

    /** When the next probe is due, null with a closed circuit. */
    public Instant probeAt() {
        return probing ? null : probeAt;
    }

    /** The probe came back; {@code failure} is empty when the partner works again. */
    public void probed(Optional<String> failure, Instant now) {
        probing = false;
        if (failure.isEmpty()) {
            probeAt = null;
            timeouts = 0;
            pause = FIRST_PAUSE;
            detail = "";
        } else {
            detail = failure.get();
            openCircuit(now);
        }
    }

    /** Stops or lets go on. */
    public void pause(boolean stop) {
        paused = stop;
    }

    /** Says which plug-in is missing; empty when it is there. */
    public void absent(String type) {
        absent = type;
        if (!type.isEmpty()) {
            permits = 1;
            probeAt = null;
            probing = false;
            timeouts = 0;
        }
    }

    /** Calls under way. */
    public int inFlight() {
        return inFlight;
    }

    /** Calls allowed at once now. */
    public int permits() {
        return probeAt == null ? permits : 0;
    }

    /** True after a time-out that no answer followed. */
    public boolean suspect() {
        return timeouts > 0;
    }

    /** State in one word, as in {@code LaneView}. */
    public String state() {
        if (!absent.isEmpty()) {
            return "NO_PLUGIN";
        }
        if (paused) {
            return "PAUSED";
        }
        return probeAt != null ? "CIRCUIT_OPEN" : suspect() ? "SLOW" : "OPEN";
    }

    /** Why it is in that state, for people. */
    public String detail() {
        return absent.isEmpty()
                ? detail
                : "no plug-in of type " + absent + "; drop its bundle into deploy/";
    }

    private void openCircuit(Instant now) {
        probeAt = now.plus(pause);
        pause = pause.multipliedBy(2);
        if (pause.compareTo(LONGEST_PAUSE) > 0) {
            pause = LONGEST_PAUSE;
        }
    }
}

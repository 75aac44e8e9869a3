/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import java.util.List;
import java.util.Random;

/**
 * When the container is killed.
 *
 * @param name word in the table
 * @param scene what goes on at that time
 * @param trigger how the moment is caught
 * @param pace how fast cloud and orders go
 */
public record CrashMoment(String name, Scene scene, Trigger trigger, Pace pace) {
    /**
     * How fast cloud and orders go.
     *
     * @param latencyMillis time of each call
     * @param buildMillis time until a server is active
     * @param spreadMillis time over which the orders come in; 0 for all at once
     */
    public record Pace(int latencyMillis, int buildMillis, int spreadMillis) {
        /** A quick cloud and all orders at once. */
        static final Pace QUICK = new Pace(5, 150, 0);
    }

    /** What goes on. */
    public enum Scene {
        /** Several services are brought to life at once. */
        INSTANTIATE,
        /** A failed operation is taken back. */
        ROLLBACK,
        /** Services that nest others are brought to life. */
        NESTED,
        /** Instantiate, scale, heal and terminate at once. */
        MIXED
    }

    /** How the moment is caught. */
    public sealed interface Trigger {
        /** The container holds itself at a named point, the n-th time it arrives there. */
        record Point(String point) implements Trigger {}

        /** The cloud holds a call: {@code arrived} or {@code done}. */
        record Gate(String moment) implements Trigger {}

        /** So many milliseconds after the load began. */
        record Time(long millis) implements Trigger {}
    }

    private static CrashMoment point(String point, Scene scene) {
        return new CrashMoment(point, scene, new Trigger.Point(point), Pace.QUICK);
    }

    private static CrashMoment gate(String name, String moment) {
        return new CrashMoment(name, Scene.INSTANTIATE, new Trigger.Gate(moment), Pace.QUICK);
    }

    /** The named points of design promise 1. */
    public static List<CrashMoment> named() {
        return List.of(
                point("before-commit", Scene.INSTANTIATE),
                point("committed-not-sent", Scene.INSTANTIATE),
                gate("sent-not-arrived", "arrived"),
                gate("done-not-answered", "done"),
                point("answered-not-recorded", Scene.INSTANTIATE),
                point("recorded-not-released", Scene.INSTANTIATE),
                point("in-rollback", Scene.ROLLBACK),
                point("in-expansion", Scene.NESTED));
    }

    /**
     * A seeded moment of a mixed load: the pace is seeded too, so that the kill finds calls under
     * way, servers building and orders still coming in, in shares that differ each time.
     */
    public static CrashMoment random(int number, Random random) {
        Pace pace =
                new Pace(
                        5 + random.nextInt(80), 300 + random.nextInt(2_700), random.nextInt(2_000));
        int last = pace.spreadMillis() + pace.buildMillis() + 10 * pace.latencyMillis();
        Trigger kill = new Trigger.Time(300 + random.nextInt(last));
        return new CrashMoment("random-" + number, Scene.MIXED, kill, pace);
    }
}

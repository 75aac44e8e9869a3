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
 */
public record CrashMoment(String name, Scene scene, Trigger trigger) {
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
        return new CrashMoment(point, scene, new Trigger.Point(point));
    }

    /** The named points of design promise 1. */
    public static List<CrashMoment> named() {
        return List.of(
                point("before-commit", Scene.INSTANTIATE),
                point("committed-not-sent", Scene.INSTANTIATE),
                new CrashMoment("sent-not-arrived", Scene.INSTANTIATE, new Trigger.Gate("arrived")),
                new CrashMoment("done-not-answered", Scene.INSTANTIATE, new Trigger.Gate("done")),
                point("answered-not-recorded", Scene.INSTANTIATE),
                point("recorded-not-released", Scene.INSTANTIATE),
                point("in-rollback", Scene.ROLLBACK),
                point("in-expansion", Scene.NESTED));
    }

    /** A seeded moment of a mixed load. */
    public static CrashMoment random(int number, Random random) {
        return new CrashMoment(
                "random-" + number, Scene.MIXED, new Trigger.Time(700 + random.nextInt(2_300)));
    }
}

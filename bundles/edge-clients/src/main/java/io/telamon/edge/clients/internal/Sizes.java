/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

/** How long inputs are: evenly from a list or a range. */
final class Sizes implements IntSupplier {
    /** What an input has around its text. */
    static final int OVERHEAD = 12;

    private final int[] choices;
    private final int least;
    private final int most;
    private final Draws draws;

    private Sizes(int[] choices, int least, int most, Draws draws) {
        this.choices = choices;
        this.least = least;
        this.most = most;
        this.draws = draws;
    }

    /** One of the list; a value that is there twice comes twice as often. */
    static Sizes of(List<Integer> choices, Draws draws) {
        if (choices.isEmpty()) {
            throw new IllegalArgumentException("there is no size to choose from");
        }
        return new Sizes(choices.stream().mapToInt(Integer::intValue).toArray(), 0, 0, draws);
    }

    static Sizes between(int least, int most, Draws draws) {
        if (least > most) {
            throw new IllegalArgumentException("size " + least + " is above " + most);
        }
        return new Sizes(IntStream.empty().toArray(), least, most, draws);
    }

    @Override
    public int getAsInt() {
        if (choices.length == 0) {
            return draws.whole(least, most);
        }
        return choices[draws.whole(0, choices.length - 1)];
    }

    /** A JSON text of exactly this size, or of 12 bytes when that is more. */
    static String input(int size) {
        return "{\"input\":\"" + "A".repeat(Math.max(0, size - OVERHEAD)) + "\"}";
    }
}

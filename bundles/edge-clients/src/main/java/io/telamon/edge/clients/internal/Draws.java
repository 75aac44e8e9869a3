/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import java.util.Random;

/** Random numbers that are the same each time for the same seed, client and purpose. */
final class Draws {
    private static final double LARGE_MEAN = 30;

    private final Random random;

    /** Streams of different clients or purposes have nothing to do with each other. */
    Draws(long seed, long client, String purpose) {
        long mixed = seed;
        mixed = mixed * 0x9E3779B97F4A7C15L + client;
        mixed = mixed * 0x9E3779B97F4A7C15L + purpose.hashCode();
        random = new Random(mixed ^ (mixed >>> 32));
    }

    /** Of [least, most). */
    double uniform(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    /** Of the whole numbers from least to most. */
    int whole(int least, int most) {
        return (int) (least + Math.floor(random.nextDouble() * ((double) most - least + 1)));
    }

    /** Never zero. */
    double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble()) + Double.MIN_NORMAL;
    }

    /** How many events of a Poisson process with this mean there are. */
    int poisson(double mean) {
        if (mean > LARGE_MEAN) {
            return poisson(mean / 2) + poisson(mean / 2);
        }
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    /** True with this probability. */
    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** 32 hexadecimal digits. */
    String id() {
        return String.format("%016x%016x", random.nextLong(), random.nextLong());
    }
}

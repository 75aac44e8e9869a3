/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay.wire;

/** Writes numbers the way messages have them. */
final class Marks {
    /** Most bytes of a varint of 32 bits. */
    static final int MOST = 5;

    private Marks() {}

    static int varint(byte[] target, int position, int value) {
        int at = position;
        int left = value;
        while ((left & ~0x7f) != 0) {
            target[at++] = (byte) (left & 0x7f | 0x80);
            left >>>= 7;
        }
        target[at++] = (byte) left;
        return at;
    }

    static int write(byte[] target, int position, long mark) {
        for (int i = 0; i < 8; i++) {
            target[position + i] = (byte) (mark >>> 8 * i);
        }
        return position + 8;
    }

    static long read(byte[] source, int position) {
        long mark = 0;
        for (int i = 7; i >= 0; i--) {
            mark = mark << 8 | source[position + i] & 0xff;
        }
        return mark;
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay.wire;

/** Walks over the top-level fields of a message. A message that is none is refused. */
final class Fields {
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int BYTES = 2;
    static final int FIXED32 = 5;

    private final byte[] message;
    private final int end;
    private int position;
    private int number;
    private int type;
    private long value;
    private int start;
    private int length;

    Fields(byte[] message) {
        this(message, 0, message.length);
    }

    Fields(byte[] message, int start, int length) {
        this.message = message;
        this.position = start;
        this.end = start + length;
    }

    /** Goes to the next field; false at the end. */
    boolean next() {
        if (position >= end) {
            return false;
        }
        long tag = varint();
        number = (int) (tag >>> 3);
        type = (int) (tag & 7);
        if (number == 0 || tag >>> 32 != 0) {
            throw new IllegalArgumentException("the message has a field without a number");
        }
        switch (type) {
            case VARINT -> value = varint();
            case FIXED64 -> skip(8);
            case BYTES -> skip(varint());
            case FIXED32 -> skip(4);
            default -> throw new IllegalArgumentException("the message has a field of no type");
        }
        return true;
    }

    private void skip(long count) {
        if (count < 0 || count > end - position) {
            throw new IllegalArgumentException("the message ends within a field");
        }
        start = position;
        length = (int) count;
        position += length;
    }

    private long varint() {
        long result = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (position >= end) {
                throw new IllegalArgumentException("the message ends within a number");
            }
            byte b = message[position++];
            result |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return result;
            }
        }
        throw new IllegalArgumentException("the message has a number that does not end");
    }

    int number() {
        return number;
    }

    boolean is(int wanted) {
        return type == wanted;
    }

    long value() {
        return value;
    }

    int start() {
        return start;
    }

    int length() {
        return length;
    }
}

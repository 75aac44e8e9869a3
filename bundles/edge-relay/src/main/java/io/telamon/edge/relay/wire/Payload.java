/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay.wire;

import io.grpc.Drainable;
import io.grpc.KnownLength;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** A message as bytes: what came in, and fields that were added behind it. */
public record Payload(byte[] body, byte[] tail) {
    private static final byte[] NOTHING = {};

    /** A message as it is. */
    public static Payload of(byte[] body) {
        return new Payload(body, NOTHING);
    }

    /** Body and tail in one piece. */
    public byte[] bytes() {
        byte[] whole = Arrays.copyOf(body, body.length + tail.length);
        System.arraycopy(tail, 0, whole, body.length, tail.length);
        return whole;
    }

    InputStream stream() {
        return new Stream(body, tail);
    }

    /** Goes into the transport's buffers in two writes, without a copy of the whole. */
    private static final class Stream extends InputStream implements Drainable, KnownLength {
        private final byte[] body;
        private final byte[] tail;
        private int position;

        Stream(byte[] body, byte[] tail) {
            this.body = body;
            this.tail = tail;
        }

        @Override
        public int drainTo(OutputStream target) throws IOException {
            int left = available();
            if (position == 0) {
                target.write(body);
                target.write(tail);
            } else {
                target.write(readAllBytes());
            }
            position = body.length + tail.length;
            return left;
        }

        @Override
        public int available() {
            return body.length + tail.length - position;
        }

        @Override
        public int read() {
            if (position >= body.length + tail.length) {
                return -1;
            }
            int at = position++;
            return (at < body.length ? body[at] : tail[at - body.length]) & 0xff;
        }
    }
}

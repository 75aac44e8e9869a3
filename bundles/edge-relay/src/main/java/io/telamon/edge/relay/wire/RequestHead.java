/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a broker must know of a LambdaRequest, read in one walk over its top-level fields: the
 * function that is to run, how it came here and how large its input is.
 */
public final class RequestHead {
    /** Brokers that a request may pass. */
    public static final int MOST_HOPS = 254;

    private static final int NAME = 1;
    private static final int INPUT = 2;
    private static final int DATAIN = 3;
    private static final int DRY = 4;
    private static final int FORWARD = 5;
    private static final int HOPS = 6;
    private static final int CHAIN = 9;
    private static final int DAG = 10;
    private static final int DAG_NAMES = 2;
    private static final int NEXT = 12;
    private static final int VIA = 101;
    private static final byte[] NOBODY = {};

    private final byte[] message;
    private String function = "";
    private boolean dry;
    private boolean forward;
    private int hops;
    private int input;
    private int datain;
    private int next;
    private boolean chain;
    private boolean dag;
    private byte[] via = NOBODY;

    private RequestHead(byte[] message) {
        this.message = message;
    }

    /** Reads a request; what is no request is an IllegalArgumentException. */
    public static RequestHead of(byte[] message) {
        RequestHead head = new RequestHead(message);
        Fields fields = new Fields(message);
        while (fields.next()) {
            if (fields.is(Fields.BYTES)) {
                head.bytes(fields);
            } else if (fields.is(Fields.VARINT)) {
                head.number(fields);
            }
        }
        if (head.chain) {
            head.function = head.step(new Fields(message), CHAIN);
        } else if (head.dag) {
            head.function = head.stepOfDag();
        }
        return head;
    }

    private void bytes(Fields fields) {
        switch (fields.number()) {
            case NAME -> function = text(fields);
            case INPUT -> input = fields.length();
            case DATAIN -> datain = fields.length();
            case CHAIN -> chain = true;
            case DAG -> dag = true;
            case VIA ->
                    via =
                            Arrays.copyOfRange(
                                    message, fields.start(), fields.start() + fields.length());
            default -> {}
        }
    }

    private void number(Fields fields) {
        switch (fields.number()) {
            case DRY -> dry = fields.value() != 0;
            case FORWARD -> forward = fields.value() != 0;
            case HOPS -> hops = (int) Math.min(Integer.MAX_VALUE, fields.value() & 0xffffffffL);
            case NEXT -> next = (int) fields.value();
            default -> {}
        }
    }

    private String text(Fields fields) {
        return new String(message, fields.start(), fields.length(), StandardCharsets.UTF_8);
    }

    private String stepOfDag() {
        Fields outer = new Fields(message);
        String found = "";
        while (outer.next()) {
            if (outer.number() == DAG && outer.is(Fields.BYTES)) {
                found = step(new Fields(message, outer.start(), outer.length()), DAG_NAMES);
            }
        }
        return found;
    }

    private String step(Fields fields, int number) {
        int left = next;
        while (fields.next()) {
            if (fields.number() == number && fields.is(Fields.BYTES) && left-- == 0) {
                return text(fields);
            }
        }
        throw new IllegalArgumentException("there is no function number " + next);
    }

    /** Name of the function that is to run next: of the chain or DAG, else of the request. */
    public String function() {
        return function;
    }

    /** Whether only an estimate is asked for. */
    public boolean dry() {
        return dry;
    }

    /** Whether a broker sent it. */
    public boolean forward() {
        return forward;
    }

    /** Brokers that it passed. */
    public int hops() {
        return hops;
    }

    /** Bytes of input, the longer of text and data. */
    public int size() {
        return Math.max(input, datain);
    }

    /** Whether the broker with this mark has forwarded it already. */
    public boolean passed(long mark) {
        for (int i = 0; forward && i + 8 <= via.length; i += 8) {
            if (Marks.read(via, i) == mark) {
                return true;
            }
        }
        return false;
    }

    /**
     * The request as it is sent on: forward is set, hops is one more, the mark joins those of
     * brokers before. The fields stand behind the message, where they win.
     */
    public Payload forwarded(long mark) {
        int before = forward ? via.length : 0;
        byte[] tail = new byte[4 + Marks.MOST + 2 + Marks.MOST + before + 8];
        int at = 0;
        if (!forward) {
            at = Marks.varint(tail, at, FORWARD << 3);
            at = Marks.varint(tail, at, 1);
        }
        at = Marks.varint(tail, at, HOPS << 3);
        at = Marks.varint(tail, at, hops + 1);
        at = Marks.varint(tail, at, VIA << 3 | Fields.BYTES);
        at = Marks.varint(tail, at, before + 8);
        System.arraycopy(via, 0, tail, at, before);
        at = Marks.write(tail, at + before, mark);
        return new Payload(message, Arrays.copyOf(tail, at));
    }

    /** A request for an estimate, nothing else changed. */
    public Payload estimate(long mark) {
        Payload sent = forwarded(mark);
        byte[] tail = Arrays.copyOf(sent.tail(), sent.tail().length + 2);
        tail[tail.length - 2] = DRY << 3;
        tail[tail.length - 1] = 1;
        return new Payload(message, tail);
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a broker must know of a LambdaResponse, read in one walk over its top-level fields. */
public final class AnswerHead {
    /** What brokers answer when nobody runs the function; nothing was executed then. */
    public static final String NO_DESTINATION = "No destinations found for the entry";

    // what a computer says, and a request that reached it by an old table
    private static final byte[] NOT_HERE =
            "No container for lambda".getBytes(StandardCharsets.UTF_8);

    private static final int RETCODE = 1;
    private static final int RESPONDER = 3;
    private static final int PTIME = 4;
    private static final int LOAD1 = 6;
    private static final byte[] OK = {'O', 'K'};
    private static final byte[] NOBODY = NO_DESTINATION.getBytes(StandardCharsets.UTF_8);

    private final byte[] message;
    private boolean ok;
    private boolean nobody;
    private boolean responder;
    private int ptime;
    private int load;

    private AnswerHead(byte[] message) {
        this.message = message;
    }

    /** Reads an answer; what is no answer is an IllegalArgumentException. */
    public static AnswerHead of(byte[] message) {
        AnswerHead head = new AnswerHead(message);
        Fields fields = new Fields(message);
        while (fields.next()) {
            switch (fields.number()) {
                case RETCODE -> {
                    head.ok = head.same(fields, OK);
                    head.nobody = head.same(fields, NOBODY) || head.begins(fields, NOT_HERE);
                }
                case RESPONDER -> head.responder = fields.length() > 0;
                case PTIME -> head.ptime = (int) fields.value();
                case LOAD1 -> head.load = (int) fields.value();
                default -> {}
            }
        }
        return head;
    }

    private boolean same(Fields fields, byte[] text) {
        int from = fields.start();
        return fields.is(Fields.BYTES)
                && Arrays.equals(message, from, from + fields.length(), text, 0, text.length);
    }

    private boolean begins(Fields fields, byte[] text) {
        int from = fields.start();
        return fields.is(Fields.BYTES)
                && fields.length() >= text.length
                && Arrays.equals(message, from, from + text.length, text, 0, text.length);
    }

    /** Whether the function ran. */
    public boolean ok() {
        return ok;
    }

    /** Whether it comes from who neither runs the function nor knows who does. */
    public boolean nobody() {
        return nobody;
    }

    /** Milliseconds that the function took. */
    public int ptime() {
        return ptime;
    }

    /** Load of the last second in percent. */
    public int load() {
        return load;
    }

    /** The answer as it is handed on: who gave it is filled in unless it says so itself. */
    public Payload from(byte[] responderField) {
        return responder ? Payload.of(message) : new Payload(message, responderField);
    }

    /** The field responder with this value. */
    public static byte[] responderField(String value) {
        return field(RESPONDER, value);
    }

    /** An answer that has only a retcode. */
    public static Payload refusal(String retcode) {
        return Payload.of(field(RETCODE, retcode));
    }

    private static byte[] field(int number, String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        byte[] field = new byte[1 + Marks.MOST + text.length];
        int at = Marks.varint(field, 0, number << 3 | Fields.BYTES);
        at = Marks.varint(field, at, text.length);
        System.arraycopy(text, 0, field, at, text.length);
        return Arrays.copyOf(field, at + text.length);
    }
}

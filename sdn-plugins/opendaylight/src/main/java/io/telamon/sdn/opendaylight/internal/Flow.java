/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One flow that a chain needs.
 *
 * @param node the switch
 * @param port number of the port the packets come from; empty for any
 * @param match further conditions
 * @param way what happens with the packets
 * @param role what the flow is for
 * @param rule name of the classifier, for flows that take packets in
 */
record Flow(String node, String port, Match match, Way way, Role role, String rule) {
    private static final long MOST_BYTES = 0;

    /** What happens with the packets of a flow. */
    sealed interface Way {
        /** As the controller's model writes it. */
        ObjectNode instruction();
    }

    /**
     * Out of a port.
     *
     * @param port number or reserved name
     */
    record Out(String port) implements Way {
        @Override
        public ObjectNode instruction() {
            ObjectNode action = JsonNodeFactory.instance.objectNode().put("order", 0);
            action.putObject("output-action")
                    .put("output-node-connector", port)
                    .put("max-length", MOST_BYTES);
            return applied(action);
        }
    }

    /**
     * To one of several ports, the same for all packets of a connection.
     *
     * @param id number of the group on the switch
     */
    record Share(long id) implements Way {
        @Override
        public ObjectNode instruction() {
            ObjectNode action = JsonNodeFactory.instance.objectNode().put("order", 0);
            action.putObject("group-action").put("group-id", id);
            return applied(action);
        }
    }

    /**
     * On to another table.
     *
     * @param id number of the table
     */
    record Table(int id) implements Way {
        @Override
        public ObjectNode instruction() {
            ObjectNode instruction = JsonNodeFactory.instance.objectNode().put("order", 0);
            instruction.putObject("go-to-table").put("table_id", id);
            return instruction;
        }
    }

    private static ObjectNode applied(ObjectNode action) {
        ObjectNode instruction = JsonNodeFactory.instance.objectNode().put("order", 0);
        instruction.putObject("apply-actions").putArray("action").add(action);
        return instruction;
    }

    /**
     * What a flow is for.
     *
     * @param entry true when it takes packets into the chain
     * @param stage where it brings them: a position, {@code out}, or {@code via} between switches
     * @param back true on the way back
     */
    record Role(boolean entry, String stage, boolean back) {
        static final String OUT = "out";
        static final String VIA = "via";

        /** The same without taking packets in. */
        Role via() {
            return new Role(false, VIA, back);
        }

        /** Name of the place in attributes, for instance {@code packets/0}. */
        String counter(String unit) {
            return (back ? "back-" : "") + unit + "/" + stage;
        }

        String text() {
            return (entry ? "in " : "to ") + stage + (back ? " back" : "");
        }

        static Role parse(String text) {
            String[] words = text.split(" ");
            if (words.length < 2) {
                throw new IllegalArgumentException("not a role: " + text);
            }
            return new Role(words[0].equals("in"), words[1], words.length > 2);
        }
    }

    /** What people read at the controller. */
    String label() {
        return role.text() + (rule.isEmpty() ? "" : " " + rule);
    }

    /** True for the flows that packets from anywhere may hit; they yield to all others. */
    boolean isLow() {
        return port.isEmpty();
    }

    /** What a switch tells two flows apart by. */
    String identity() {
        return node + " " + port + " " + match.fields();
    }

    /** The match as the controller's model writes it. */
    ObjectNode matchJson() {
        ObjectNode json = match.json();
        if (!port.isEmpty()) {
            json.put("in-port", node + ":" + port);
        }
        return json;
    }
}

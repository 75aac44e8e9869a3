/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal.world;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.telamon.simkit.Refusal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a client wants a thing to be. Texts, so that one record serves all kinds; which texts a kind
 * reads is said where it is used and in the README.
 *
 * @param name name for people
 * @param values texts by name
 * @param cards network cards of a server
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Draft(String name, Map<String, String> values, List<Card> cards) {
    /** Copies the collections; null means empty. */
    public Draft {
        name = name == null ? "" : name;
        values = values == null ? Map.of() : Map.copyOf(values);
        cards = cards == null ? List.of() : List.copyOf(cards);
    }

    /** A draft without cards. */
    public static Draft of(String name, Map<String, String> values) {
        return new Draft(name, values, List.of());
    }

    /** A text, empty when absent. */
    public String text(String key) {
        return values.getOrDefault(key, "");
    }

    /** A number, 0 when absent. */
    public long number(String key) {
        String text = text(key);
        try {
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Refusal(400, "malformed", "%s is not a number: %s", key, text);
        }
    }

    /** The same draft with one text more. */
    public Draft with(String key, String value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(key, value);
        return new Draft(name, more, cards);
    }

    /**
     * A network card.
     *
     * @param name unique within the server
     * @param network id or name of the network
     * @param address fixed address or empty
     * @param mac fixed hardware address or empty
     * @param type as the client says
     * @param forwarding true when foreign traffic may pass
     * @param groups ids or names of security groups
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Card(
            String name,
            String network,
            String address,
            String mac,
            String type,
            boolean forwarding,
            List<String> groups) {
        /** Null means empty. */
        public Card {
            name = name == null ? "" : name;
            network = network == null ? "" : network;
            address = address == null ? "" : address;
            mac = mac == null ? "" : mac;
            type = type == null ? "" : type;
            groups = groups == null ? List.of() : List.copyOf(groups);
        }
    }
}

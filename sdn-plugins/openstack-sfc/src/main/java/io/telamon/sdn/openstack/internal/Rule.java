/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.openstack.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.ChainSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One flow classifier as it shall be.
 *
 * @param name its name
 * @param fields what it matches, by neutron's names; what is absent matches everything
 */
record Rule(String name, Map<String, String> fields) {
    static final String SOURCE_PORT = "logical_source_port";
    static final String TARGET_PORT = "logical_destination_port";
    static final String SOURCE = "source_ip_prefix";
    static final String TARGET = "destination_ip_prefix";
    static final String FAMILY = "ethertype";
    private static final String PROTOCOL = "protocol";
    private static final Map<String, String> PROTOCOLS =
            Map.of("1", "icmp", "6", "tcp", "17", "udp", "58", "icmp");
    private static final Map<String, String> FAMILIES =
            Map.of(
                    "ipv4", "IPv4", "0x0800", "IPv4", "0x800", "IPv4", "2048", "IPv4", "ipv6",
                    "IPv6", "0x86dd", "IPv6", "34525", "IPv6");
    private static final List<String> COMPARED =
            List.of(
                    FAMILY,
                    PROTOCOL,
                    SOURCE,
                    TARGET,
                    "source_port_range_min",
                    "source_port_range_max",
                    "destination_port_range_min",
                    "destination_port_range_max",
                    SOURCE_PORT,
                    TARGET_PORT);

    /** Copies the map. */
    Rule {
        fields = Map.copyOf(fields);
    }

    /**
     * A classifier in neutron's words.
     *
     * @throws TelamonException VIM_REJECTED for what networking-sfc cannot match
     */
    static Rule of(ChainSpec.Classifier wish) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (!wish.source().text().isEmpty()) {
            fields.put(SOURCE_PORT, wish.source().text());
        }
        wish.match().forEach((key, value) -> put(wish.name(), fields, key, value));
        String family = family(wish.name(), fields);
        if (!family.isEmpty()) {
            fields.put(FAMILY, family);
        }
        return new Rule(wish.name(), fields);
    }

    private static void put(String rule, Map<String, String> fields, String key, String value) {
        switch (key) {
            case "ip-proto" -> fields.put(PROTOCOL, known(rule, key, value, PROTOCOLS));
            case "eth_type", "ether_type" ->
                    fields.put(FAMILY, known(rule, key, value.toLowerCase(Locale.ROOT), FAMILIES));
            case "source-prefix" -> fields.put(SOURCE, prefix(rule, key, value).toString());
            case "destination-prefix" -> fields.put(TARGET, prefix(rule, key, value).toString());
            case "source-port", "destination-port" -> range(rule, fields, key, value);
            default ->
                    throw rejected(rule, key, value, "networking-sfc has no such field to match");
        }
    }

    private static String known(String rule, String key, String value, Map<String, String> names) {
        String name = names.get(value);
        if (name == null) {
            throw rejected(
                    rule,
                    key,
                    value,
                    "networking-sfc knows " + names.values().stream().distinct().sorted().toList());
        }
        return name;
    }

    private static Prefix prefix(String rule, String key, String value) {
        return Prefix.of(value).orElseThrow(() -> rejected(rule, key, value, "not a network"));
    }

    private static void range(String rule, Map<String, String> fields, String key, String value) {
        if (!value.matches("\\d{1,5}(-\\d{1,5})?")) {
            throw rejected(rule, key, value, "not a port or a range of ports");
        }
        String[] ends = value.split("-", 2);
        String field = key.replace('-', '_') + "_range_";
        fields.put(field + "min", ends[0]);
        fields.put(field + "max", ends[ends.length - 1]);
    }

    /** Prefixes say it, or the descriptor; empty when nobody does. */
    private static String family(String rule, Map<String, String> fields) {
        String said = fields.getOrDefault(FAMILY, "");
        for (String end : List.of(SOURCE, TARGET)) {
            Optional<Prefix> prefix = Optional.ofNullable(fields.get(end)).flatMap(Prefix::of);
            if (prefix.isPresent()) {
                String seen = prefix.get().family();
                if (!said.isEmpty() && !said.equals(seen)) {
                    throw rejected(rule, end, fields.get(end), "the rule is for " + said);
                }
                said = seen;
            }
        }
        return said;
    }

    private static TelamonException rejected(String rule, String key, String value, String why) {
        return new TelamonException(
                ErrorCode.VIM_REJECTED, "Classifier %s: %s=%s: %s", rule, key, value, why);
    }

    /** True when ports are matched without a protocol that has any. */
    boolean lacksProtocol() {
        return !fields.containsKey(PROTOCOL)
                && fields.keySet().stream().anyMatch(field -> field.contains("port_range"));
    }

    Optional<String> get(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** The same with one more condition. */
    Rule with(String field, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new Rule(name, more);
    }

    /** The same under a longer name. */
    Rule named(String suffix) {
        return new Rule(name + suffix, fields);
    }

    /** One rule for each protocol with ports. */
    List<Rule> perProtocol() {
        return List.of(with(PROTOCOL, "tcp").named("-tcp"), with(PROTOCOL, "udp").named("-udp"));
    }

    /** Neutron's form. */
    ObjectNode draft() {
        ObjectNode draft = Sfc.draft().put("name", name);
        fields.forEach(draft::put);
        return draft;
    }

    /** True when the cloud's classifier is this one. */
    boolean isLike(JsonNode seen) {
        return name.equals(seen.path("name").asText())
                && COMPARED.stream().allMatch(field -> isEqual(seen.path(field), field));
    }

    private boolean isEqual(JsonNode value, String field) {
        String there = value.isNull() || value.isMissingNode() ? "" : value.asText();
        return there.equals(fields.getOrDefault(field, ""));
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.ChainSpec;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The conditions of a classifier, checked, in the words of OpenFlow. A range of ports becomes one
 * match per port, because OpenFlow knows no ranges.
 */
final class Matches {
    /** Where classified traffic is going: the id of a port; no condition on the packet. */
    static final String DESTINATION = "destination-port-id";

    private static final int MOST_PORTS = 64;
    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");
    private static final Pattern MAC = Pattern.compile("(?i)([0-9a-f]{2}:){5}[0-9a-f]{2}");
    private static final Pattern ADDRESS =
            Pattern.compile("\\d+(\\.\\d+){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");
    private static final Set<String> WITH_PORTS = Set.of("6", "17", "132");

    /** The names that descriptors use, and ours. */
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("eth_type", Match.ETHER_TYPE),
                    Map.entry("ether_type", Match.ETHER_TYPE),
                    Map.entry("ethertype", Match.ETHER_TYPE),
                    Map.entry("eth_src", Match.SOURCE_MAC),
                    Map.entry("ether_source_address", Match.SOURCE_MAC),
                    Map.entry("eth_dst", Match.DESTINATION_MAC),
                    Map.entry("ether_destination_address", Match.DESTINATION_MAC),
                    Map.entry("vlan_id", Match.VLAN),
                    Map.entry("ip_dscp", Match.DSCP),
                    Map.entry("network_dst_port_id", DESTINATION));

    private static final Set<String> KNOWN =
            Set.of(
                    Match.ETHER_TYPE,
                    Match.VLAN,
                    Match.SOURCE_MAC,
                    Match.DESTINATION_MAC,
                    Match.PROTOCOL,
                    Match.DSCP,
                    Match.SOURCE_PREFIX,
                    Match.DESTINATION_PREFIX,
                    Match.SOURCE_PORT,
                    Match.DESTINATION_PORT,
                    DESTINATION);

    private final String what;
    private final SortedMap<String, String> fields = new TreeMap<>();

    private Matches(ChainSpec.Classifier rule) {
        what = "Classifier " + rule.name();
        rule.match()
                .forEach(
                        (name, value) -> {
                            String ours = NAMES.getOrDefault(name, name);
                            if (!KNOWN.contains(ours)) {
                                throw refused(
                                        "OpenFlow cannot match %s; known are %s", name, known());
                            }
                            fields.put(ours, value.strip());
                        });
        fields.remove(DESTINATION);
    }

    private static List<String> known() {
        return KNOWN.stream().sorted().toList();
    }

    /** Where the traffic of a rule is going; empty when the rule does not say. */
    static String destination(ChainSpec.Classifier rule) {
        return rule.match()
                .getOrDefault(DESTINATION, rule.match().getOrDefault("network_dst_port_id", ""));
    }

    /**
     * What flows match for a rule.
     *
     * @throws TelamonException VIM_REJECTED naming the field that cannot be matched
     */
    static List<Match> of(ChainSpec.Classifier rule) {
        Matches matches = new Matches(rule);
        matches.check();
        return matches.expand();
    }

    private void check() {
        numbers();
        for (String field : List.of(Match.SOURCE_MAC, Match.DESTINATION_MAC)) {
            if (fields.containsKey(field) && !MAC.matcher(fields.get(field)).matches()) {
                throw refused("%s is not an Ethernet address: %s", field, fields.get(field));
            }
            fields.computeIfPresent(field, (name, mac) -> mac.toLowerCase(Locale.ROOT));
        }
        int family = family();
        if (family != 0) {
            if (!fields.getOrDefault(Match.ETHER_TYPE, "" + family).equals("" + family)) {
                throw refused("ether-type %s has no IP fields", fields.get(Match.ETHER_TYPE));
            }
            fields.put(Match.ETHER_TYPE, "" + family);
        }
        boolean ports =
                fields.containsKey(Match.SOURCE_PORT) || fields.containsKey(Match.DESTINATION_PORT);
        if (ports && !WITH_PORTS.contains(fields.getOrDefault(Match.PROTOCOL, ""))) {
            throw refused("ports need ip-proto 6 (TCP), 17 (UDP) or 132 (SCTP)");
        }
    }

    private void numbers() {
        fields.computeIfPresent(
                Match.ETHER_TYPE,
                (name, text) ->
                        switch (text.toLowerCase(Locale.ROOT)) {
                            case "ipv4" -> "2048";
                            case "ipv6" -> "" + Match.IPV6;
                            default -> number(name, text, 0xffff);
                        });
        fields.computeIfPresent(Match.VLAN, (name, text) -> number(name, text, 4094));
        fields.computeIfPresent(Match.PROTOCOL, (name, text) -> number(name, text, 255));
        fields.computeIfPresent(Match.DSCP, (name, text) -> number(name, text, 63));
    }

    private String number(String name, String text, int most) {
        try {
            int number = Integer.decode(text);
            if (number >= 0 && number <= most) {
                return Integer.toString(number);
            }
        } catch (NumberFormatException e) {
            throw new TelamonException(
                    ErrorCode.VIM_REJECTED, e, "%s: %s is not a number: %s", what, name, text);
        }
        throw refused("%s is beyond %s: %s", name, most, text);
    }

    /** 0 when no field is about IP; IPv4 unless a field says otherwise. */
    private int family() {
        int source = prefix(Match.SOURCE_PREFIX);
        int destination = prefix(Match.DESTINATION_PREFIX);
        if (source != 0 && destination != 0 && source != destination) {
            throw refused("source and destination are of different IP versions");
        }
        int said = Math.max(source, destination);
        if (said != 0) {
            return said;
        }
        boolean ip = fields.containsKey(Match.PROTOCOL) || fields.containsKey(Match.DSCP);
        boolean six =
                fields.getOrDefault(Match.ETHER_TYPE, "").equals("" + Match.IPV6)
                        || fields.getOrDefault(Match.PROTOCOL, "").equals("58");
        return ip ? six ? Match.IPV6 : 0x800 : 0;
    }

    /** Writes a prefix the way switches show it; its family, 0 when there is none. */
    private int prefix(String field) {
        String text = fields.get(field);
        if (text == null) {
            return 0;
        }
        String[] parts = text.split("/", 2);
        if (!ADDRESS.matcher(parts[0]).matches()) {
            throw refused("%s is not an IP prefix: %s", field, text);
        }
        try {
            byte[] address = InetAddress.getByName(parts[0]).getAddress();
            int bits = address.length * 8;
            int length = parts.length == 1 ? bits : Integer.parseInt(number(field, parts[1], bits));
            fields.remove(field);
            if (length > 0) {
                fields.put(field, masked(address, length) + "/" + length);
            }
            return bits == 32 ? 0x800 : Match.IPV6;
        } catch (UnknownHostException e) {
            throw new TelamonException(
                    ErrorCode.VIM_REJECTED, e, "%s: %s is no IP prefix: %s", what, field, text);
        }
    }

    private static String masked(byte[] address, int length) throws UnknownHostException {
        BigInteger mask =
                BigInteger.ONE
                        .shiftLeft(length)
                        .subtract(BigInteger.ONE)
                        .shiftLeft(address.length * 8 - length);
        byte[] bytes = new BigInteger(1, address).and(mask).toByteArray();
        byte[] network = new byte[address.length];
        int size = Math.min(bytes.length, network.length);
        System.arraycopy(bytes, bytes.length - size, network, network.length - size, size);
        return InetAddress.getByAddress(network).getHostAddress();
    }

    private List<Match> expand() {
        List<Match> all = new ArrayList<>();
        for (String source : ports(Match.SOURCE_PORT)) {
            for (String destination : ports(Match.DESTINATION_PORT)) {
                SortedMap<String, String> one = new TreeMap<>(fields);
                one.computeIfPresent(Match.SOURCE_PORT, (name, any) -> source);
                one.computeIfPresent(Match.DESTINATION_PORT, (name, any) -> destination);
                all.add(new Match(one));
            }
        }
        return all;
    }

    private List<String> ports(String field) {
        String text = fields.get(field);
        if (text == null) {
            return List.of("");
        }
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            throw refused("%s is neither a port nor a range of ports: %s", field, text);
        }
        int from = Integer.parseInt(number(field, decimal(range.group(1)), 0xffff));
        String end = range.group(2) == null ? range.group(1) : range.group(2);
        int to = Integer.parseInt(number(field, decimal(end), 0xffff));
        if (to < from || to - from >= MOST_PORTS) {
            throw refused(
                    "%s is %s: OpenFlow matches single ports, so a range may have 1 to %s of them",
                    field, text, MOST_PORTS);
        }
        List<String> ports = new ArrayList<>();
        for (int port = from; port <= to; port++) {
            ports.add(Integer.toString(port));
        }
        return ports;
    }

    private static String decimal(String digits) {
        return Integer.toString(Integer.parseInt(digits));
    }

    private TelamonException refused(String words, Object... arguments) {
        return new TelamonException(
                ErrorCode.VIM_REJECTED, "%s: %s", what, words.formatted(arguments));
    }
}

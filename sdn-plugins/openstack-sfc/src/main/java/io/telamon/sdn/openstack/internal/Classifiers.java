/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.openstack.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.RequestToken;
import io.telamon.openstack.Marks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The flow classifiers of a chain. They cannot be changed, so a changed one is another one. */
final class Classifiers {
    private final Sfc sfc;

    Classifiers(Sfc sfc) {
        this.sfc = sfc;
    }

    /**
     * The rules as the descriptor has them; asks nobody.
     *
     * @throws TelamonException VIM_REJECTED for what networking-sfc cannot match
     */
    static List<Rule> read(ChainSpec chain) {
        List<Rule> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ChainSpec.Classifier wish : chain.classifiers()) {
            if (!names.add(wish.name())) {
                throw new TelamonException(
                        ErrorCode.VIM_REJECTED,
                        "Chain %s has two classifiers of the name %s",
                        chain.name(),
                        wish.name());
            }
            Rule rule = Rule.of(wish);
            rules.addAll(rule.lacksProtocol() ? rule.perProtocol() : List.of(rule));
        }
        return rules;
    }

    /**
     * The rules with what the ports at their ends tell. Neutron refuses chains whose classifiers
     * overlap, wherever their traffic starts; so a rule is narrowed to the addresses of its source
     * port when anti-spoofing lets the port send from no others, which loses nothing.
     */
    List<Rule> complete(String what, ChainSpec chain, List<Rule> rules) {
        Map<String, JsonNode> sources = sources(what, rules);
        List<Rule> complete = new ArrayList<>();
        for (Rule rule : rules) {
            JsonNode port = rule.get(Rule.SOURCE_PORT).map(sources::get).orElse(null);
            for (Rule one : port == null ? List.of(rule) : narrowed(rule, port)) {
                Rule usual = one.get(Rule.FAMILY).isPresent() ? one : ipv4(one);
                complete.add(chain.symmetric() ? withTarget(what, usual, port) : usual);
            }
        }
        return complete;
    }

    private static Rule ipv4(Rule rule) {
        return rule.with(Rule.FAMILY, "IPv4");
    }

    private Map<String, JsonNode> sources(String what, List<Rule> rules) {
        Set<String> ids = new TreeSet<>();
        rules.forEach(rule -> rule.get(Rule.SOURCE_PORT).ifPresent(ids::add));
        Map<String, JsonNode> ports = new HashMap<>();
        if (!ids.isEmpty()) {
            List<String> query = new ArrayList<>();
            ids.forEach(id -> query.addAll(List.of("id", id)));
            sfc.ports(what, query).forEach(port -> ports.put(Sfc.id(port), port));
        }
        return ports;
    }

    /** One rule for each address that the port may send from, or at least one for each family. */
    static List<Rule> narrowed(Rule rule, JsonNode port) {
        boolean guarded =
                port.path("port_security_enabled").asBoolean()
                        && port.path("allowed_address_pairs").isEmpty();
        Set<Rule> found = new LinkedHashSet<>();
        for (JsonNode fixed : port.path("fixed_ips")) {
            Prefix.of(fixed.path("ip_address").asText())
                    .filter(address -> fits(rule, address))
                    .map(address -> narrowed(rule, address, guarded))
                    .ifPresent(found::add);
        }
        return found.isEmpty() ? List.of(rule) : numbered(found);
    }

    private static Rule narrowed(Rule rule, Prefix address, boolean guarded) {
        Rule one = rule.with(Rule.FAMILY, address.family());
        return guarded ? one.with(Rule.SOURCE, address.toString()) : one;
    }

    private static List<Rule> numbered(Set<Rule> rules) {
        List<Rule> named = new ArrayList<>();
        for (Rule rule : rules) {
            named.add(rules.size() == 1 ? rule : rule.named("-" + (named.size() + 1)));
        }
        return named;
    }

    private static boolean fits(Rule rule, Prefix address) {
        return rule.get(Rule.FAMILY).map(address.family()::equals).orElse(true)
                && rule.get(Rule.SOURCE)
                        .flatMap(Prefix::of)
                        .map(prefix -> prefix.contains(address))
                        .orElse(true);
    }

    /** The way back begins at the port that has the destination's address, if one has it. */
    private Rule withTarget(String what, Rule rule, JsonNode source) {
        Prefix target = rule.get(Rule.TARGET).flatMap(Prefix::of).orElse(null);
        if (target == null || target.length() < target.address().getAddress().length * 8) {
            return rule;
        }
        String address = "ip_address=" + target.address().getHostAddress();
        List<String> query = new ArrayList<>(List.of("fixed_ips", address));
        if (source != null) {
            query.addAll(List.of("network_id", source.path("network_id").asText()));
        }
        List<JsonNode> ports = sfc.ports(what, query);
        return ports.size() == 1 ? rule.with(Rule.TARGET_PORT, Sfc.id(ports.get(0))) : rule;
    }

    /** Ids of the rules' classifiers; those that are there already are used. */
    List<String> make(String what, RequestToken token, List<Rule> rules) {
        List<JsonNode> there = new ArrayList<>(sfc.marked(what, Kind.CLASSIFIER, token));
        List<String> ids = new ArrayList<>();
        for (Rule rule : rules) {
            JsonNode known =
                    there.stream()
                            .filter(rule::isLike)
                            .findFirst()
                            .orElseGet(() -> add(what, token, rule));
            there.remove(known);
            ids.add(Sfc.id(known));
        }
        return ids;
    }

    private JsonNode add(String what, RequestToken token, Rule rule) {
        try {
            return sfc.make(
                    what + ": classifier " + rule.name(),
                    Kind.CLASSIFIER,
                    rule.draft().put("description", Marks.of(token)));
        } catch (TelamonException e) {
            throw Hints.explained(e);
        }
    }

    /** The chain's classifiers that are in none of the rules. */
    List<JsonNode> outdated(String what, RequestToken token, List<Rule> rules) {
        return sfc.marked(what, Kind.CLASSIFIER, token).stream()
                .filter(one -> rules.stream().noneMatch(rule -> rule.isLike(one)))
                .toList();
    }
}

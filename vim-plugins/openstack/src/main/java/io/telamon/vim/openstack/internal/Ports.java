/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.InterfaceSpec;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ServerSpec;
import io.telamon.openstack.Ask;
import io.telamon.openstack.Cloud;
import io.telamon.openstack.Marks;
import io.telamon.openstack.Service;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The ports of servers, made before the server so that addresses, kinds and anti-spoofing are as
 * wished. A port says in its description which server's token it belongs to, and in its name which
 * card it is. Nova does not remove ports that it did not make; this class does.
 */
final class Ports {
    /** The extension that lets a port pass foreign traffic. */
    static final String SECURITY = "port-security";

    private static final Duration ORPHAN = Duration.ofMinutes(5);

    private final Cloud cloud;
    private final Supplier<Set<String>> extensions;

    /**
     * Ports of one session.
     *
     * @param extensions what the network service can do beyond its core
     */
    Ports(Cloud cloud, Supplier<Set<String>> extensions) {
        this.cloud = cloud;
        this.extensions = extensions;
    }

    /** Ports of the cards in their order; those that an earlier try left are used. */
    List<JsonNode> make(ServerSpec spec, RequestToken token, List<JsonNode> there) {
        boolean forwarding = spec.interfaces().stream().anyMatch(InterfaceSpec::forwarding);
        if (forwarding && !extensions.get().contains(SECURITY)) {
            throw new TelamonException(
                    ErrorCode.UNSUPPORTED,
                    "The network service has no extension %s: server %s cannot forward",
                    SECURITY,
                    spec.name());
        }
        Map<String, JsonNode> known = new HashMap<>();
        there.forEach(port -> known.put(card(port), port));
        List<InterfaceSpec> missing =
                spec.interfaces().stream().filter(card -> !known.containsKey(card.name())).toList();
        if (!missing.isEmpty()) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            ArrayNode ports = body.putArray("ports");
            missing.forEach(card -> ports.add(draft(card, spec.name(), token)));
            Ask ask = Ask.post("Create ports of " + spec.name(), Service.NETWORK, "/ports", body);
            cloud.call(ask, "ports").forEach(port -> known.put(card(port), port));
        }
        return spec.interfaces().stream().map(card -> known.get(card.name())).toList();
    }

    /** Neutron's form of a card. */
    static ObjectNode draft(InterfaceSpec card, String server, RequestToken token) {
        ObjectNode port = JsonNodeFactory.instance.objectNode();
        port.put("network_id", card.network().text());
        port.put("name", card.name() + "@" + server.replace('@', '-'));
        port.put("description", Marks.of(token));
        if (!card.mac().isEmpty()) {
            port.put("mac_address", card.mac());
        }
        if (!card.address().isEmpty()) {
            port.putArray("fixed_ips").addObject().put("ip_address", card.address());
        }
        String kind = kind(card.type());
        if (!kind.isEmpty()) {
            port.put("binding:vnic_type", kind);
        }
        if (card.forwarding()) {
            port.put("port_security_enabled", false);
            port.putArray("security_groups");
        } else if (!card.groups().isEmpty()) {
            ArrayNode groups = port.putArray("security_groups");
            card.groups().forEach(group -> groups.add(group.text()));
        }
        return port;
    }

    /** Descriptors write the kinds of cards in many ways; empty for the usual kind. */
    static String kind(String type) {
        return switch (type.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "")) {
            case "sriov", "sriovvf", "direct" -> "direct";
            case "pcipassthrough", "directphysical", "passthrough" -> "direct-physical";
            case "macvtap" -> "macvtap";
            case "vdpa" -> "vdpa";
            case "baremetal" -> "baremetal";
            default -> "";
        };
    }

    private static String card(JsonNode port) {
        String name = port.path("name").asText();
        int at = name.lastIndexOf('@');
        return at < 0 ? name : name.substring(0, at);
    }

    /** Ports made with this token. */
    List<JsonNode> of(RequestToken token) {
        Ask ask = Ask.get("Find ports of " + token, Service.NETWORK, "/ports");
        return cloud.list(ask.query("description", Marks.of(token)), "ports");
    }

    /** Attributes of the cards of these servers: port and address of each. One call at most. */
    Map<String, Map<String, String>> on(List<String> servers) {
        Map<String, Map<String, String>> all = new HashMap<>();
        servers.forEach(server -> all.put(server, new HashMap<>()));
        if (servers.isEmpty()) {
            return all;
        }
        Ask ask = Ask.get("Ports of servers " + servers, Service.NETWORK, "/ports");
        for (String server : servers) {
            ask = ask.query("device_id", server);
        }
        for (JsonNode port : cloud.call(ask, "ports")) {
            Map<String, String> cards = all.get(port.path("device_id").asText());
            if (cards != null) {
                describe(port, cards);
            }
        }
        return all;
    }

    /** Puts port and address of a card among the attributes of its server. */
    static void describe(JsonNode port, Map<String, String> attributes) {
        String card = card(port);
        attributes.put("port/" + card, port.path("id").asText());
        attributes.put("mac/" + card, port.path("mac_address").asText());
        String address = port.path("fixed_ips").path(0).path("ip_address").asText();
        if (!address.isEmpty()) {
            attributes.put("address/" + card, address);
        }
    }

    /** Every port of the project that is ours, by the server it is on. */
    Map<String, Map<String, String>> byServer() {
        Map<String, Map<String, String>> all = new HashMap<>();
        for (JsonNode port : ours()) {
            String server = port.path("device_id").asText();
            describe(port, all.computeIfAbsent(server, any -> new HashMap<>()));
        }
        return all;
    }

    private List<JsonNode> ours() {
        Ask ask = Ask.get("List ports", Service.NETWORK, "/ports");
        String project = cloud.project();
        return cloud.list(ask.query("project_id", project), "ports").stream()
                .filter(port -> !Marks.read(port.path("description").asText()).isEmpty())
                .toList();
    }

    void remove(List<JsonNode> ports) {
        for (JsonNode port : ports) {
            String id = port.path("id").asText();
            cloud.remove(Ask.delete("Delete port " + id, Service.NETWORK, "/ports/" + id));
        }
    }

    /** Removes the ports of a create that never got as far as its server. */
    void sweep(RequestToken token, Duration age) {
        remove(of(token).stream().filter(port -> isLoose(port, age)).toList());
    }

    /** Removes ports whose server somebody else deleted, so that nobody knows their token. */
    void sweep() {
        remove(ours().stream().filter(port -> isLoose(port, ORPHAN)).toList());
    }

    /** Removes what servers that somebody else deleted left on a network that goes; whether any. */
    boolean sweepOn(String network) {
        Ask ask = Ask.get("List ports of network " + network, Service.NETWORK, "/ports");
        return removeLoose(
                cloud.list(ask.query("network_id", network), "ports").stream()
                        .filter(port -> !Marks.read(port.path("description").asText()).isEmpty()));
    }

    /** The same for a security group that goes. */
    boolean sweepIn(String group) {
        return removeLoose(ours().stream().filter(port -> isIn(port, group)));
    }

    private static boolean isIn(JsonNode port, String group) {
        return StreamSupport.stream(port.path("security_groups").spliterator(), false)
                .anyMatch(id -> id.asText().equals(group));
    }

    private boolean removeLoose(Stream<JsonNode> ports) {
        List<JsonNode> loose =
                ports.filter(port -> port.path("device_id").asText().isEmpty()).toList();
        remove(loose);
        return !loose.isEmpty();
    }

    private static boolean isLoose(JsonNode port, Duration age) {
        return port.path("device_id").asText().isEmpty() && Marks.isOlder(port, age);
    }
}

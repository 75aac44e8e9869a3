/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.openstack.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.telamon.openstack.Testbed;
import io.telamon.openstack.TestbedRest;
import java.util.ArrayList;
import java.util.List;

/**
 * A real cloud with servers that chains can pass: one with the port where traffic starts, and four
 * functions. It needs networking-sfc: {@code up sfc1 --net ovs}.
 */
final class SfcBed {
    private static final String SERVER =
            "{\"server\":{\"name\":\"%s\",\"imageRef\":\"%s\",\"flavorRef\":\"%s\","
                    + "\"networks\":[{\"port\":\"%s\"}]}}";

    private final Testbed bed = Testbed.connect();
    private final List<String> ports = new ArrayList<>();
    private final String source;

    SfcBed() {
        empty();
        bed.empty();
        String network = made("networks", "network", "{\"name\":\"sfc\"}");
        made("subnets", "subnet", subnet(network));
        source = port(network, "source", true);
        for (int i = 0; i < 4; i++) {
            ports.add(port(network, "function-" + i, false));
        }
        String flavor = flavor();
        server("source", flavor, source);
        for (int i = 0; i < ports.size(); i++) {
            server("function-" + i, flavor, ports.get(i));
        }
        Testbed.until("all servers are ACTIVE", this::serversAreActive);
    }

    private static String subnet(String network) {
        return "{\"network_id\":\"" + network + "\",\"ip_version\":4,\"cidr\":\"10.98.0.0/24\"}";
    }

    private String made(String path, String field, String body) {
        String json = "{\"" + field + "\":" + body + "}";
        return rest().call("POST", "network", "/v2.0/" + path, json)
                .at("/" + field + "/id")
                .asText();
    }

    private String port(String network, String name, boolean guarded) {
        String form = "{\"network_id\":\"%s\",\"name\":\"%s\"%s}";
        String open = ",\"port_security_enabled\":false,\"security_groups\":[]";
        return made("ports", "port", form.formatted(network, name, guarded ? "" : open));
    }

    /** A port that no server has. */
    String loosePort() {
        String network =
                rest().get("network", "/v2.0/ports/" + source).at("/port/network_id").asText();
        return port(network, "loose", false);
    }

    private String flavor() {
        for (JsonNode flavor : rest().get("compute", "/flavors").path("flavors")) {
            if ("m1.nano".equals(flavor.path("name").asText())) {
                return flavor.path("id").asText();
            }
        }
        throw new IllegalStateException("The testbed has no flavor m1.nano");
    }

    private void server(String name, String flavor, String port) {
        String body = SERVER.formatted(name, bed.bootImage(), flavor, port);
        rest().call("POST", "compute", "/servers", body);
    }

    private boolean serversAreActive() {
        int active = 0;
        for (JsonNode server : rest().get("compute", "/servers/detail").path("servers")) {
            active += "ACTIVE".equals(server.path("status").asText()) ? 1 : 0;
        }
        return active == ports.size() + 1;
    }

    TestbedRest rest() {
        return bed.rest();
    }

    Testbed bed() {
        return bed;
    }

    List<String> ports() {
        return List.copyOf(ports);
    }

    String source() {
        return source;
    }

    /** Everything of a kind in the tests' project, past the plug-in. */
    JsonNode all(Kind kind) {
        return rest().get("network", "/v2.0" + kind.path() + query()).path(kind.fields());
    }

    private String query() {
        return "?project_id=" + bed.project();
    }

    List<String> ids(Kind kind) {
        List<String> ids = new ArrayList<>();
        all(kind).forEach(one -> ids.add(one.path("id").asText()));
        return ids;
    }

    JsonNode one(Kind kind, String id) {
        return rest().get("network", "/v2.0" + kind.path() + "/" + id).path(kind.field());
    }

    void put(Kind kind, String id, String body) {
        String json = "{\"" + kind.field() + "\":" + body + "}";
        rest().call("PUT", "network", "/v2.0" + kind.path() + "/" + id, json);
    }

    void remove(Kind kind, String id) {
        rest().delete("network", "/v2.0" + kind.path() + "/" + id);
    }

    /** Removes all chains and their parts; the servers stay. */
    void empty() {
        bed.clearFaults();
        for (Kind kind : List.of(Kind.CHAIN, Kind.GROUP, Kind.PAIR, Kind.CLASSIFIER)) {
            ids(kind).forEach(id -> remove(kind, id));
        }
    }

    /** Removes the servers too. */
    void close() {
        empty();
        bed.empty();
    }
}

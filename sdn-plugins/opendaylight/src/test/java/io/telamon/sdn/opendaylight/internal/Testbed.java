/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telamon.http.Outgoing;
import io.telamon.http.Transport;
import io.telamon.http.Trust;
import io.telamon.model.SdnAccountId;
import io.telamon.model.resource.Handle;
import io.telamon.sdn.spi.SdnConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The running testbed: {@code TELAMON_OPENDAYLIGHT} names its folder ({@code
 * distribution/testbeds/sdn}). Ports: client 1, server 2, fw 3 and 4, nat 5 and 6.
 */
final class Testbed {
    static final String FOLDER = "TELAMON_OPENDAYLIGHT";
    static final String NODE = "openflow:119";
    static final String SECRET = "tck-secret-4711";

    private static final Path HERE =
            Path.of(Optional.ofNullable(System.getenv(FOLDER)).orElse("."));
    private static final String REST = "http://127.0.0.1:" + variable("TB_REST_PORT", "28181");
    private static final String STATE =
            variable("TB_STATE", variable("TMPDIR", "/tmp") + "/telamon-tb-sdn");

    private Testbed() {}

    private static String variable(String name, String fallback) {
        return Optional.ofNullable(System.getenv(name)).orElse(fallback);
    }

    static String address() {
        return REST;
    }

    /** As a user of the tests' own, which is made when it is not there. */
    static SdnConnection connection(
            String address, String secret, Map<String, String> settings, Duration timeout) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("user", "tck");
        return new SdnConnection(new SdnAccountId("tck"), address, all, secret, timeout);
    }

    static OpenDaylightSession open(Map<String, String> settings) {
        return (OpenDaylightSession)
                new OpenDaylightDriver()
                        .open(connection(REST, SECRET, settings, Duration.ofSeconds(5)));
    }

    /** Makes the user of the tests unless it is there. */
    static void prepare() {
        try (OpenDaylightSession session = open(Map.of())) {
            if (session.probe().isEmpty()) {
                return;
            }
        }
        post("/auth/v1/users", "{\"name\":\"tck\",\"password\":\"%s\",\"domainid\":\"sdn\"}");
        post("/auth/v1/domains/sdn/users/tck@sdn/roles", "{\"roleid\":\"admin@sdn\"}");
    }

    private static void post(String path, String body) {
        String admin = Base64.getEncoder().encodeToString("admin:admin".getBytes());
        Map<String, String> headers =
                Map.of("Authorization", "Basic " + admin, "Content-Type", "application/json");
        try (Transport transport = new Transport(new Trust("", false), Duration.ofSeconds(20))) {
            byte[] bytes = body.formatted(SECRET).getBytes(StandardCharsets.UTF_8);
            transport.send(new Outgoing("POST", URI.create(REST + path), headers, bytes, null));
        }
    }

    /** The plug-in's own calls, for looking past its chains. */
    static Restconf restconf() {
        return new Restconf(
                connection(REST, SECRET, Map.of(), Duration.ofSeconds(5)),
                AccountSettings.of(Map.of("user", "tck")));
    }

    private static Optional<JsonNode> look(String path) {
        try (Restconf restconf = restconf()) {
            return restconf.get("Look", path + "?content=config");
        }
    }

    /** Markers in the controller's store. */
    static List<String> chains() {
        return look("/opendaylight-inventory:nodes")
                .map(all -> all.findValuesAsText("id"))
                .orElse(List.of())
                .stream()
                .filter(id -> id.startsWith("telamon:"))
                .map(id -> id.substring(8))
                .toList();
    }

    /** Flows of ours in the controller's store. */
    static List<JsonNode> stored() {
        List<JsonNode> flows = new ArrayList<>();
        look("/opendaylight-inventory:nodes")
                .ifPresent(all -> all.findValues("flow").forEach(list -> list.forEach(flows::add)));
        return flows.stream().filter(flow -> id(flow).startsWith("telamon-")).toList();
    }

    /** Flows of one chain in the controller's store. */
    static List<JsonNode> stored(String token) {
        String ids = new Mark(token).flowIds();
        return stored().stream().filter(flow -> id(flow).startsWith(ids)).toList();
    }

    private static String id(JsonNode flow) {
        return flow.path("id").asText();
    }

    /** The ports that packets pass according to the store: followed flow by flow. */
    static List<String> path(String token) {
        Map<String, JsonNode> byPort = new HashMap<>();
        stored(token).forEach(flow -> byPort.put(flow.at("/match/in-port").asText(), flow));
        List<String> path = new ArrayList<>();
        JsonNode flow = byPort.get("");
        while (flow != null && path.size() < 20) {
            List<String> next = targets(flow);
            path.addAll(next);
            flow = next.isEmpty() ? null : byPort.get(next.get(0));
        }
        return path;
    }

    private static List<String> targets(JsonNode flow) {
        JsonNode group = flow.findValue("group-id");
        JsonNode actions =
                group == null
                        ? flow
                        : look("/opendaylight-inventory:nodes/node=openflow%3A119"
                                        + "/flow-node-inventory:group="
                                        + group.asLong())
                                .orElseThrow();
        List<String> ports = new ArrayList<>();
        actions.findValues("output-node-connector").forEach(port -> ports.add(port.asText()));
        ports.remove("NORMAL");
        return ports.stream().map(port -> NODE + ":" + port).toList();
    }

    /** Names of the classifiers in the names of a chain's flows. */
    static List<String> classifiers(String token) {
        return stored(token).stream()
                .map(flow -> flow.path("flow-name").asText())
                .filter(name -> name.contains(": in "))
                .map(name -> name.substring(name.lastIndexOf(' ') + 1))
                .distinct()
                .toList();
    }

    /** Removes all chains and flows that tests left in the store. */
    static void empty() {
        until(Duration.ofSeconds(40), "the switch is connected", () -> isConnected(NODE));
        try (OpenDaylightSession session = open(Map.of())) {
            chains().forEach(token -> session.delete(new Handle(token)));
        }
        remove(stored(), Optional.empty());
        // a controller that lost its store leaves its flows on the switch
        ofctl("tbsw0", "del-flows", "cookie=0x7e10000000000000/0xfff0000000000000");
        ofctl("tbsw0", "del-groups");
    }

    /** Somebody else removes a chain's flows from the store; with or without the marker. */
    static void steal(String token, boolean marker) {
        remove(stored(token), marker ? Optional.of(token) : Optional.empty());
    }

    private static void remove(List<JsonNode> flows, Optional<String> marker) {
        Patch patch = new Patch();
        flows.forEach(flow -> patch.removeFlow(NODE, flow.path("table_id").asInt(), id(flow)));
        marker.ifPresent(patch::removeMarker);
        if (!patch.isEmpty()) {
            try (Restconf restconf = restconf()) {
                restconf.patch("Remove", patch.edits());
            }
        }
    }

    /** A command to a switch, past the controller. */
    static String ofctl(String bridge, String command, String... arguments) {
        String address = "unix:" + STATE + "/ovs/" + bridge + ".mgmt";
        List<String> words =
                new ArrayList<>(List.of("ovs-ofctl", "-O", "OpenFlow13", command, address));
        words.addAll(List.of(arguments));
        return run(words);
    }

    /** What the switch itself holds. */
    static String flows() {
        return ofctl("tbsw0", "dump-flows");
    }

    /** A command to the switch's database. */
    static String vsctl(String... arguments) {
        List<String> words =
                new ArrayList<>(List.of("ovs-vsctl", "--db=unix:" + STATE + "/ovs/db.sock"));
        words.addAll(List.of(arguments));
        return run(words);
    }

    /** Restarts the switch or the controller. */
    static void restart(String... what) {
        List<String> words = new ArrayList<>(List.of(HERE.resolve("restart").toString()));
        words.addAll(List.of(what));
        run(words);
    }

    /** Client and server reach each other by their addresses; what a switch does without chains. */
    static void forwardByAddress() {
        ofctl("tbsw0", "add-flow", "table=0,priority=0,actions=goto_table:10");
        ofctl("tbsw0", "add-flow", "table=10,dl_dst=" + mac("server") + ",actions=output:2");
        ofctl("tbsw0", "add-flow", "table=10,dl_dst=" + mac("client") + ",actions=output:1");
        ofctl("tbsw0", "add-flow", "table=10,arp,in_port=1,actions=output:2");
        ofctl("tbsw0", "add-flow", "table=10,arp,in_port=2,actions=output:1");
    }

    private static String mac(String role) {
        return inside(role, "cat", "/sys/class/net/eth0/address").strip();
    }

    /** True when the controller sees the switch. */
    static boolean isConnected(String node) {
        try (Restconf restconf = restconf()) {
            return restconf.get("Look", FabricReader.SWITCHES)
                    .filter(all -> all.findValuesAsText("id").contains(node))
                    .isPresent();
        }
    }

    /** Points a switch at the controller. */
    static void connect(String bridge) {
        vsctl("set-controller", bridge, "tcp:127.0.0.1:" + variable("TB_OF_PORT", "26653"));
    }

    /** True when all of so many pings of the client reach the server and come back. */
    static boolean pings(int count) {
        List<String> ping =
                List.of(
                        "ip",
                        "netns",
                        "exec",
                        "tb-client",
                        "ping",
                        "-i",
                        "0.2",
                        "-W",
                        "1",
                        "-c",
                        "" + count,
                        "10.77.0.2");
        try {
            return run(ping).contains(" 0% packet loss");
        } catch (IllegalStateException lost) {
            return false;
        }
    }

    /** Runs a command in a namespace of the testbed. */
    static String inside(String role, String... command) {
        List<String> words = new ArrayList<>(List.of("ip", "netns", "exec", "tb-" + role));
        words.addAll(List.of(command));
        return run(words);
    }

    /** Pings that a function of the testbed has seen. */
    static long seenBy(String function) {
        String rules = inside(function, "nft", "list", "ruleset");
        String count = "icmp counter packets ";
        String after = rules.substring(rules.indexOf(count) + count.length());
        return Long.parseLong(after.substring(0, after.indexOf(' ')));
    }

    static void until(Duration most, String what, BooleanSupplier holds) {
        long end = System.nanoTime() + most.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + most + ": " + what + "\n" + flows());
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

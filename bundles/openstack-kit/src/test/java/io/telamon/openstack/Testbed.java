/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A running cloud of the testbed with a project and user of the tests' own. {@code
 * TELAMON_OPENSTACK} names the testbed's folder, {@code TELAMON_OPENSTACK_CLOUD} the cloud (default
 * edge1); it needs two compute hosts: {@code up edge1 --computes 2}.
 */
public final class Testbed {
    public static final String FOLDER = "TELAMON_OPENSTACK";
    public static final String SECRET = "tck-secret-4711";
    public static final String USER = "tck";
    private static final String MARK = "tck-";

    private final Path folder = Path.of(System.getenv(FOLDER)).toAbsolutePath();
    private final String name =
            Optional.ofNullable(System.getenv("TELAMON_OPENSTACK_CLOUD")).orElse("edge1");
    private final TestbedRest rest;
    private final String project;

    private Testbed() {
        Path home =
                Path.of(
                        Optional.ofNullable(System.getenv("TESTBED_HOME"))
                                .orElse("/tmp/telamon-testbed-openstack"));
        TestbedRest admin = new TestbedRest(home.resolve(name), "admin");
        project = project(admin);
        rest = new TestbedRest(home.resolve(name), USER);
    }

    /** The cloud, with project and user made. */
    public static Testbed connect() {
        return new Testbed();
    }

    private static String project(TestbedRest admin) {
        JsonNode known = admin.get("identity", "/projects?name=" + USER).at("/projects/0/id");
        if (!known.isMissingNode()) {
            return known.asText();
        }
        JsonNode role = admin.get("identity", "/roles?name=admin").at("/roles/0/id");
        JsonNode boss = admin.get("identity", "/users?name=admin").at("/users/0/id");
        String project =
                admin.call("POST", "identity", "/projects", "{\"project\":{\"name\":\"tck\"}}")
                        .at("/project/id")
                        .asText();
        String user =
                admin.call(
                                "POST",
                                "identity",
                                "/users",
                                "{\"user\":{\"name\":\"tck\",\"password\":\"" + SECRET + "\"}}")
                        .at("/user/id")
                        .asText();
        for (String one : List.of(user, boss.asText())) {
            String path = "/projects/" + project + "/users/" + one + "/roles/" + role.asText();
            admin.call("PUT", "identity", path, "");
        }
        return project;
    }

    public TestbedRest rest() {
        return rest;
    }

    public String keystone() {
        return rest.keystone();
    }

    /** Id of the tests' project. */
    public String project() {
        return project;
    }

    /** Id of the testbed's own image. */
    public String bootImage() {
        return rest.get("image", "/v2/images?name=cirros-like").at("/images/0/id").asText();
    }

    /** Ids of what the tests made, past the plug-in. */
    public List<String> ids(String kind) {
        return switch (kind) {
            case "server" -> ids(rest.get("compute", "/servers").path("servers"), "");
            case "network" ->
                    ids(
                            rest.get("network", "/v2.0/networks?project_id=" + project)
                                    .path("networks"),
                            "");
            case "port" ->
                    ids(rest.get("network", "/v2.0/ports?project_id=" + project).path("ports"), "");
            case "stack" -> stacks();
            case "router" -> own("routers");
            case "floating-address" -> own("floatingips");
            case "security-group" ->
                    ids(
                            rest.get("network", "/v2.0/security-groups?project_id=" + project)
                                    .path("security_groups"),
                            MARK);
            case "flavor" -> ids(rest.get("compute", "/flavors").path("flavors"), MARK);
            case "image" ->
                    ids(rest.get("image", "/v2/images?owner=" + project).path("images"), "");
            case "server-group" ->
                    ids(rest.get("compute", "/os-server-groups").path("server_groups"), "");
            default -> throw new IllegalArgumentException(kind);
        };
    }

    /** Heat lists a stack for a moment after it has gone. */
    private List<String> stacks() {
        List<String> ids = new ArrayList<>();
        for (JsonNode stack : rest.get("orchestration", "/stacks").path("stacks")) {
            if (!"DELETE_COMPLETE".equals(stack.path("stack_status").asText())) {
                ids.add(stack.path("id").asText());
            }
        }
        return ids;
    }

    private List<String> own(String kind) {
        String path = "/v2.0/" + kind + "?project_id=" + project;
        return ids(rest.get("network", path).path(kind), "");
    }

    private static List<String> ids(JsonNode things, String prefix) {
        List<String> ids = new ArrayList<>();
        for (JsonNode thing : things) {
            if (thing.path("name").asText().startsWith(prefix)) {
                ids.add(thing.path("id").asText());
            }
        }
        return ids;
    }

    /** Removes everything that a test left. */
    public void empty() {
        clearFaults();
        ids("stack").forEach(this::removeStack);
        until("no stacks are left", () -> ids("stack").isEmpty());
        ids("server").forEach(id -> rest.delete("compute", "/servers/" + id));
        until("no servers are left", () -> ids("server").isEmpty());
        ids("floating-address").forEach(id -> rest.delete("network", "/v2.0/floatingips/" + id));
        ids("router").forEach(this::removeRouter);
        ids("port").forEach(id -> rest.delete("network", "/v2.0/ports/" + id));
        ids("network").forEach(id -> rest.delete("network", "/v2.0/networks/" + id));
        ids("security-group").forEach(id -> rest.delete("network", "/v2.0/security-groups/" + id));
        ids("flavor").forEach(id -> rest.delete("compute", "/flavors/" + id));
        ids("image").forEach(id -> rest.delete("image", "/v2/images/" + id));
        ids("server-group").forEach(id -> rest.delete("compute", "/os-server-groups/" + id));
    }

    private void removeStack(String id) {
        for (JsonNode stack : rest.get("orchestration", "/stacks").path("stacks")) {
            if (id.equals(stack.path("id").asText())) {
                rest.delete(
                        "orchestration", "/stacks/" + stack.path("stack_name").asText() + "/" + id);
            }
        }
    }

    private void removeRouter(String id) {
        String ports = "/v2.0/ports?device_owner=network:router_interface&device_id=" + id;
        for (String port : ids(rest.get("network", ports).path("ports"), "")) {
            String path = "/v2.0/routers/" + id + "/remove_router_interface";
            rest.call("PUT", "network", path, "{\"port_id\":\"" + port + "\"}");
        }
        rest.delete("network", "/v2.0/routers/" + id);
    }

    /** The next request of this method and path runs into the rule. */
    public void nextRequest(String service, String method, String path, Map<String, Object> rule) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("service", service).put("method", method).put("path", path).put("count", 1);
        rule.forEach(json::putPOJO);
        fault("http", json.toString());
    }

    /** Takes back all rules that no request has met. */
    public void clearFaults() {
        fault("clear");
    }

    private void fault(String... arguments) {
        List<String> command = new ArrayList<>(List.of(folder.resolve("fault").toString(), name));
        command.addAll(List.of(arguments));
        run(command);
    }

    /** Nova offers no way to break a server with words of one's own; its database does. */
    public void spoil(String server, String words) {
        String sql =
                "insert into instance_faults(created_at,deleted,instance_uuid,code,message) values"
                        + " (now(),0,'%s',500,'%s'); update instances set vm_state='error' where"
                        + " uuid='%s'";
        run(
                List.of(
                        "mariadb",
                        "--no-defaults",
                        "-h127.0.0.1",
                        "-P" + (rest.keystonePort() + 686),
                        "-utb",
                        "-ptb",
                        "nova_cell1",
                        "-e",
                        sql.formatted(server, words, server)));
    }

    /** Somebody else deletes a server. */
    public void vanish(String server) {
        rest.delete("compute", "/servers/" + server);
        until(
                "server " + server + " is gone",
                () -> rest.get("compute", "/servers/" + server).isMissingNode());
    }

    /** Waits up to a minute for a claim to become true. */
    public static void until(String claim, BooleanSupplier isTrue) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!isTrue.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within a minute: " + claim);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    /**
     * The same cloud by https.
     *
     * @param address keystone's
     * @param authority file with the certificate of the front's authority
     */
    public record Front(String address, String authority) {}

    /** Starts a TLS front before the cloud; it ends with the cloud. */
    public Front front() {
        String said = run(List.of(folder.resolve("tls").toString(), name)).strip();
        Matcher line = Pattern.compile("(https://\\S+), authority (\\S+)$").matcher(said);
        if (!line.find()) {
            throw new IllegalStateException(said);
        }
        return new Front(line.group(1), line.group(2));
    }

    private static String run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes());
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

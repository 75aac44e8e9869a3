/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceState;
import io.telamon.model.resource.ServerSpec;
import io.telamon.openstack.Ask;
import io.telamon.openstack.Cloud;
import io.telamon.openstack.Marks;
import io.telamon.openstack.Service;
import io.telamon.vim.spi.Created;
import io.telamon.vim.spi.Observation;
import io.telamon.vim.spi.ResourceOperator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Servers with the ports made for them. The token is in a tag, which nova takes at birth. */
final class Servers implements ResourceOperator<ServerSpec> {
    private final Cloud cloud;
    private final Ports ports;
    private final ServerActions actions;
    private final Nursery nursery;
    private final Identity identity;

    Servers(Cloud cloud, Ports ports, ServerActions actions, Nursery nursery, Duration settle) {
        this.cloud = cloud;
        this.ports = ports;
        this.actions = actions;
        this.nursery = nursery;
        this.identity = new Identity(Identity.Kind.TAG, settle);
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public Created create(ServerSpec spec, RequestToken token) {
        Optional<Observation> known = tagged(token);
        if (known.isPresent()) {
            return new Created.Present(known.get());
        }
        return made(spec, token, ports.of(token));
    }

    @Override
    public Created createFirst(ServerSpec spec, RequestToken token) {
        return made(spec, token, List.of());
    }

    private Created made(ServerSpec spec, RequestToken token, List<JsonNode> there) {
        if (!spec.disks().isEmpty() && cloud.endpoint(Service.VOLUME).isEmpty()) {
            throw new TelamonException(
                    ErrorCode.UNSUPPORTED,
                    "The cloud's catalogue has no %s service: server %s cannot have volumes",
                    Service.VOLUME.type(),
                    spec.name());
        }
        try {
            List<JsonNode> cards = ports.make(spec, token, there);
            List<String> ids = cards.stream().map(port -> port.path("id").asText()).toList();
            Ask ask =
                    Ask.post(
                            "Create server " + spec.name(),
                            Service.COMPUTE,
                            "/servers",
                            body(spec, token, ids));
            String id = nursery.ordering(() -> cloud.call(ask, "server").path("id").asText());
            Map<String, String> attributes = new HashMap<>();
            cards.forEach(port -> Ports.describe(port, attributes));
            nursery.expect(id, token, attributes);
            return new Created.Accepted(ServerState.building(id, token));
        } catch (TelamonException e) {
            throw e.code().retryable() ? e : withdrawn(token, e);
        }
    }

    /** A refused server leaves no ports. */
    private TelamonException withdrawn(RequestToken token, TelamonException why) {
        try {
            ports.remove(ports.of(token));
        } catch (TelamonException e) {
            why.addSuppressed(e);
        }
        return why;
    }

    /** Nova's form of a server. */
    static ObjectNode body(ServerSpec spec, RequestToken token, List<String> cards) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode server = body.putObject("server");
        server.put("name", spec.name());
        server.put("flavorRef", spec.flavor().text());
        put(server, "imageRef", spec.image().text());
        if (!spec.disks().isEmpty()) {
            disks(server.putArray("block_device_mapping_v2"), spec);
        }
        server.putArray("tags").add(Marks.of(token));
        server.putObject("metadata").put("telamon", token.value());
        if (cards.isEmpty()) {
            server.put("networks", "none");
        } else {
            ArrayNode networks = server.putArray("networks");
            cards.forEach(port -> networks.addObject().put("port", port));
        }
        put(server, "availability_zone", spec.zone());
        put(server, "key_name", spec.day0().keyPair());
        byte[] userData = spec.day0().userData().getBytes(StandardCharsets.UTF_8);
        put(server, "user_data", Base64.getEncoder().encodeToString(userData));
        if (spec.day0().configDrive()) {
            server.put("config_drive", true);
        }
        if (!spec.group().text().isEmpty()) {
            body.putObject("os:scheduler_hints").put("group", spec.group().text());
        }
        return body;
    }

    /** Nova wants to be told of the disk of the image too once it is told of others. */
    private static void disks(ArrayNode devices, ServerSpec spec) {
        if (spec.disks().stream().noneMatch(ServerSpec.Disk::boots)) {
            devices.addObject()
                    .put("uuid", spec.image().text())
                    .put("source_type", "image")
                    .put("destination_type", "local")
                    .put("boot_index", 0)
                    .put("delete_on_termination", true);
        }
        for (ServerSpec.Disk disk : spec.disks()) {
            devices.addObject()
                    .put("uuid", disk.volume().text())
                    .put("source_type", "volume")
                    .put("destination_type", "volume")
                    .put("boot_index", disk.boots() ? 0 : -1)
                    .put("delete_on_termination", false);
        }
    }

    private static void put(ObjectNode target, String name, String value) {
        if (!value.isEmpty()) {
            target.put(name, value);
        }
    }

    @Override
    public Optional<Observation> find(RequestToken token) {
        Optional<Observation> known = tagged(token);
        if (known.isEmpty()) {
            ports.sweep(token, identity.settle());
        }
        return known;
    }

    private Optional<Observation> tagged(RequestToken token) {
        Ask ask = Ask.get("Find server of " + token, Service.COMPUTE, "/servers/detail");
        return cloud.list(ask.query("tags", Marks.of(token)), "servers").stream()
                .min(Comparator.comparing(server -> server.path("created").asText()))
                .map(this::described);
    }

    private Observation described(JsonNode server) {
        boolean active = ServerState.of(server) == ResourceState.ACTIVE;
        String id = server.path("id").asText();
        return described(server, active ? ports.on(List.of(id)).get(id) : null);
    }

    private Observation described(Handle handle, Nursery.Child child) {
        Observation seen =
                child.server() == null
                        ? ServerState.building(handle.value(), child.token())
                        : described(child.server(), child.cards());
        return seen.state() == ResourceState.BUILDING ? seen.again(child.again()) : seen;
    }

    private Observation described(JsonNode server, Map<String, String> cards) {
        Map<String, String> attributes = ServerState.attributes(server);
        if (cards != null) {
            attributes.putAll(cards);
        }
        Observation seen = ServerState.observation(server, attributes);
        return seen.state() == ResourceState.ERROR ? named(seen) : seen;
    }

    /** A broken server with the id of the request that broke it, which nova keeps elsewhere. */
    private Observation named(Observation broken) {
        String path = path(new Handle(broken.handle())) + "/os-instance-actions";
        Ask ask = Ask.get("Actions of server " + broken.handle(), Service.COMPUTE, path);
        String request;
        try {
            request = cloud.look(ask, "instanceActions").map(ServerState::guilty).orElse("");
        } catch (TelamonException silent) {
            request = "";
        }
        return request.isEmpty()
                ? broken
                : new Observation(
                        broken.handle(),
                        broken.token(),
                        broken.state(),
                        broken.attributes(),
                        broken.fault() + " [" + request + "]",
                        broken.again());
    }

    @Override
    public Observation observe(Handle handle) {
        return nursery.look(handle.value())
                .map(child -> described(handle, child))
                .or(() -> look("Observe server " + handle, handle).map(this::described))
                .orElseGet(() -> Observation.missing(handle.value()));
    }

    private Optional<JsonNode> look(String what, Handle handle) {
        return cloud.look(Ask.get(what, Service.COMPUTE, path(handle)), "server");
    }

    @Override
    public Stream<Observation> list() {
        Ask ask = Ask.get("List servers", Service.COMPUTE, "/servers/detail");
        List<JsonNode> servers =
                cloud.list(ask, "servers").stream()
                        .filter(server -> !ServerState.token(server).isEmpty())
                        .toList();
        Map<String, Map<String, String>> cards = servers.isEmpty() ? Map.of() : ports.byServer();
        return servers.stream()
                .map(
                        server -> {
                            Map<String, String> attributes = ServerState.attributes(server);
                            String id = server.path("id").asText();
                            attributes.putAll(cards.getOrDefault(id, Map.of()));
                            return ServerState.observation(server, attributes);
                        });
    }

    @Override
    public Observation update(Handle handle, ServerSpec from, ServerSpec to) {
        if (!from.equals(to.named(from.name()).withFlavor(from.flavor()))) {
            throw new TelamonException(
                    ErrorCode.UNSUPPORTED,
                    "Of server %s only name and flavor can be changed in place",
                    from.name());
        }
        if (!from.name().equals(to.name())) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.putObject("server").put("name", to.name());
            cloud.call(Ask.put("Rename server " + to.name(), Service.COMPUTE, path(handle), body));
        }
        boolean makeSure = from.equals(to); // what an interrupted change left is not known
        if (makeSure || !from.flavor().equals(to.flavor())) {
            actions.resize(handle, to.flavor().text());
        }
        return observe(handle);
    }

    @Override
    public Observation act(Handle handle, String action, Map<String, String> arguments) {
        Map<String, String> results = actions.run(handle, action, arguments);
        Observation seen = observe(handle);
        if (results.isEmpty()) {
            return seen;
        }
        results.putAll(seen.attributes());
        return new Observation(
                seen.handle(), seen.token(), seen.state(), results, seen.fault(), seen.again());
    }

    @Override
    public void delete(Handle handle, RequestToken token) {
        cloud.remove(Ask.delete("Delete server " + handle, Service.COMPUTE, path(handle)));
        ports.remove(ports.of(token));
    }

    @Override
    public void delete(Handle handle) {
        String what = "Delete server " + handle;
        String token = look(what, handle).map(ServerState::token).orElse("");
        boolean known = cloud.remove(Ask.delete(what, Service.COMPUTE, path(handle)));
        if (!token.isEmpty()) {
            ports.remove(ports.of(new RequestToken(token)));
        } else if (!known) {
            ports.sweep();
        }
    }

    private static String path(Handle handle) {
        return "/servers/" + Cloud.encode(handle.value());
    }
}

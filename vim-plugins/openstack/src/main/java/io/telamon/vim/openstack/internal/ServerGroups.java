/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ServerGroupSpec;
import io.telamon.openstack.Ask;
import io.telamon.openstack.Cloud;
import io.telamon.openstack.Marks;
import io.telamon.openstack.Service;
import io.telamon.vim.spi.Created;
import io.telamon.vim.spi.Observation;
import io.telamon.vim.spi.ResourceOperator;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Placement groups. Nova lets them have a name and nothing else, so the token is in the name. */
final class ServerGroups implements ResourceOperator<ServerGroupSpec> {
    private static final String PATH = "/os-server-groups";

    private final Cloud cloud;
    private final Identity identity;

    ServerGroups(Cloud cloud, Duration settle) {
        this.cloud = cloud;
        this.identity = new Identity(Identity.Kind.TAG, settle);
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public Created create(ServerGroupSpec spec, RequestToken token) {
        if (!"host".equals(spec.scope())) {
            throw new TelamonException(
                    ErrorCode.UNSUPPORTED,
                    "OpenStack keeps servers together or apart by host, not by %s",
                    spec.scope());
        }
        Optional<Observation> known = find(token);
        if (known.isPresent()) {
            return new Created.Present(known.get());
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode group = body.putObject("server_group");
        group.put("name", spec.name() + " " + Marks.of(token));
        group.putArray("policies").add(spec.apart() ? "anti-affinity" : "affinity");
        Ask ask = Ask.post("Create server group " + spec.name(), Service.COMPUTE, PATH, body);
        return new Created.Accepted(observation(cloud.call(ask, "server_group")));
    }

    @Override
    public Optional<Observation> find(RequestToken token) {
        return all("Find server group of " + token)
                .filter(seen -> seen.token().equals(token.value()))
                .findFirst();
    }

    @Override
    public Observation observe(Handle handle) {
        Ask ask = Ask.get("Observe server group " + handle, Service.COMPUTE, path(handle));
        return cloud.look(ask, "server_group")
                .map(ServerGroups::observation)
                .orElseGet(() -> Observation.missing(handle.value()));
    }

    @Override
    public Stream<Observation> list() {
        return all("List server groups").filter(seen -> !seen.token().isEmpty());
    }

    /** In the order of birth, as nova lists them. */
    private Stream<Observation> all(String what) {
        JsonNode groups = cloud.call(Ask.get(what, Service.COMPUTE, PATH), "server_groups");
        return StreamSupport.stream(groups.spliterator(), false).map(ServerGroups::observation);
    }

    @Override
    public void delete(Handle handle) {
        cloud.remove(Ask.delete("Delete server group " + handle, Service.COMPUTE, path(handle)));
    }

    private static String path(Handle handle) {
        return PATH + "/" + Cloud.encode(handle.value());
    }

    private static Observation observation(JsonNode group) {
        String name = group.path("name").asText();
        return Observation.active(
                group.path("id").asText(), Marks.readEnd(name), Map.of("name", name));
    }
}

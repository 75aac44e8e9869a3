/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceState;
import io.telamon.model.resource.StackSpec;
import io.telamon.openstack.Ask;
import io.telamon.openstack.Cloud;
import io.telamon.openstack.Marks;
import io.telamon.openstack.Service;
import io.telamon.vim.spi.ArtifactSource;
import io.telamon.vim.spi.Created;
import io.telamon.vim.spi.Observation;
import io.telamon.vim.spi.ResourceOperator;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Stacks of heat. The token is in a tag, which heat takes at birth, and ends the name, which must
 * be unique. A handle is name and id with a slash between, as heat's paths have them.
 */
final class Stacks implements ResourceOperator<StackSpec> {
    private static final String PATH = "/stacks";
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Cloud cloud;
    private final StackBodies bodies;
    private final Identity identity;

    Stacks(Cloud cloud, ArtifactSource artifacts, Duration settle) {
        this.cloud = cloud;
        this.bodies = new StackBodies(artifacts);
        this.identity = new Identity(Identity.Kind.TAG, settle);
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public Created create(StackSpec spec, RequestToken token) {
        Optional<Observation> known = find(token);
        if (known.isPresent()) {
            return new Created.Present(known.get());
        }
        String name = name(spec, token);
        ObjectNode body = bodies.of(spec, token);
        body.put("stack_name", name);
        Ask ask = Ask.post("Create stack " + name, Service.ORCHESTRATION, PATH, body);
        String id = cloud.call(ask, "stack").path("id").asText();
        return new Created.Accepted(
                new Observation(
                        name + "/" + id,
                        token.value(),
                        ResourceState.BUILDING,
                        Map.of(),
                        "",
                        SOON));
    }

    /** Heat wants a letter first and then letters, digits and some signs. */
    static String name(StackSpec spec, RequestToken token) {
        String name = spec.name() + "-" + token.value();
        String clean = name.replaceAll("[^A-Za-z0-9_.-]", "-");
        return Character.isLetter(clean.charAt(0)) ? clean : "s" + clean;
    }

    @Override
    public Optional<Observation> find(RequestToken token) {
        Ask ask = Ask.get("Find stack of " + token, Service.ORCHESTRATION, PATH);
        return cloud.list(ask.query("tags", Marks.of(token)), "stacks").stream()
                .min(Comparator.comparing(stack -> stack.path("creation_time").asText()))
                .map(stack -> observation(stack, Map.of()));
    }

    @Override
    public Observation observe(Handle handle) {
        Ask ask = Ask.get("Observe stack " + handle, Service.ORCHESTRATION, path(handle));
        return cloud.look(ask, "stack")
                .map(stack -> described(handle, stack))
                .orElseGet(() -> Observation.missing(handle.value()));
    }

    private Observation described(Handle handle, JsonNode stack) {
        Map<String, String> attributes = new HashMap<>();
        for (JsonNode output : stack.path("outputs")) {
            JsonNode value = output.path("output_value");
            String text = value.isValueNode() ? value.asText("") : value.toString();
            attributes.put("output/" + output.path("output_key").asText(), text);
        }
        if (state(stack) == ResourceState.ACTIVE) {
            servers(handle, attributes);
        }
        return observation(stack, attributes);
    }

    /** Servers of the stack and of those in it, with their first addresses. */
    private void servers(Handle handle, Map<String, String> attributes) {
        Ask ask =
                Ask.get(
                                "Servers of stack " + handle,
                                Service.ORCHESTRATION,
                                path(handle) + "/resources")
                        .query("type", "OS::Nova::Server")
                        .query("nested_depth", "5")
                        .query("with_detail", "true");
        for (JsonNode server : cloud.call(ask, "resources")) {
            String name = server.path("resource_name").asText();
            String parent = server.path("parent_resource").asText("");
            String own = parent.isEmpty() ? name : parent + "." + name;
            attributes.put("server/" + own, server.path("physical_resource_id").asText());
            for (JsonNode network : server.path("attributes").path("addresses")) {
                String address = network.path(0).path("addr").asText();
                attributes.merge("address/" + own, address, (one, more) -> one + ", " + more);
            }
        }
    }

    @Override
    public Stream<Observation> list() {
        Ask ask = Ask.get("List stacks", Service.ORCHESTRATION, PATH);
        return cloud.list(ask, "stacks").stream()
                .map(stack -> observation(stack, Map.of()))
                .filter(seen -> !seen.token().isEmpty());
    }

    @Override
    public Observation update(Handle handle, StackSpec from, StackSpec to) {
        String what = "Update stack " + handle;
        Ask look = Ask.get(what, Service.ORCHESTRATION, path(handle));
        Optional<JsonNode> known = cloud.look(look, "stack");
        if (known.isEmpty()) {
            return Observation.missing(handle.value());
        }
        RequestToken token = new RequestToken(Marks.readAny(known.get().path("tags")));
        cloud.call(Ask.put(what, Service.ORCHESTRATION, path(handle), bodies.of(to, token)));
        return new Observation(
                handle.value(), token.value(), ResourceState.BUILDING, Map.of(), "", SOON);
    }

    @Override
    public void delete(Handle handle) {
        cloud.remove(Ask.delete("Delete stack " + handle, Service.ORCHESTRATION, path(handle)));
    }

    private static String path(Handle handle) {
        String[] parts = handle.value().split("/", 2);
        String name = Cloud.encode(parts[0]);
        return PATH + "/" + (parts.length == 1 ? name : name + "/" + Cloud.encode(parts[1]));
    }

    private static Observation observation(JsonNode stack, Map<String, String> attributes) {
        ResourceState state = state(stack);
        Map<String, String> all = new HashMap<>(attributes);
        all.put("name", stack.path("stack_name").asText());
        all.put("status", stack.path("stack_status").asText());
        boolean moving = state == ResourceState.BUILDING || state == ResourceState.DELETING;
        return new Observation(
                stack.path("stack_name").asText() + "/" + stack.path("id").asText(),
                Marks.readAny(stack.path("tags")),
                state,
                all,
                state == ResourceState.ERROR ? stack.path("stack_status_reason").asText() : "",
                moving ? SOON : Duration.ZERO);
    }

    private static ResourceState state(JsonNode stack) {
        String status = stack.path("stack_status").asText();
        if ("DELETE_COMPLETE".equals(status)) {
            return ResourceState.MISSING;
        }
        if (status.endsWith("_FAILED")) {
            return ResourceState.ERROR;
        }
        if ("DELETE_IN_PROGRESS".equals(status)) {
            return ResourceState.DELETING;
        }
        return status.endsWith("_COMPLETE") ? ResourceState.ACTIVE : ResourceState.BUILDING;
    }
}

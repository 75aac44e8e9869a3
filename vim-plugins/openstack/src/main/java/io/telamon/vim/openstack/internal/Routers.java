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
import io.telamon.model.resource.ResourceState;
import io.telamon.model.resource.RouterSpec;
import io.telamon.model.resource.Value;
import io.telamon.openstack.Ask;
import io.telamon.openstack.Cloud;
import io.telamon.openstack.Marks;
import io.telamon.openstack.Service;
import io.telamon.vim.spi.Created;
import io.telamon.vim.spi.Observation;
import io.telamon.vim.spi.ResourceOperator;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Routers with their interfaces, which are found by both ends: the router and the subnet. The token
 * is in the router's description, marked as a part until all interfaces are there.
 */
final class Routers implements ResourceOperator<RouterSpec> {
    /** The extension that has routers and floating addresses. */
    static final String EXTENSION = "router";

    private static final String PATH = "/routers";

    private final Cloud cloud;
    private final MarkedThings things;
    private final Identity identity;

    Routers(Cloud cloud, Duration settle) {
        this.cloud = cloud;
        this.things = new MarkedThings(cloud, "router", PATH, settle);
        this.identity = new Identity(Identity.Kind.TAG, settle);
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public Created create(RouterSpec spec, RequestToken token) {
        String what = "Create router " + spec.name();
        Optional<JsonNode> known = things.known(what, token);
        if (known.isPresent() && !MarkedThings.isPart(known.get())) {
            return new Created.Present(observation(known.get()));
        }
        JsonNode made = known.orElseGet(() -> post(what, spec, token));
        Handle handle = new Handle(made.path("id").asText());
        try {
            reconcile(what, handle, spec.subnets());
            Observation seen = observation(things.rename(what, handle, spec.name(), token));
            return known.isPresent() ? new Created.Present(seen) : new Created.Accepted(seen);
        } catch (TelamonException e) {
            throw e.code().retryable() ? e : MarkedThings.withdrawn(() -> delete(handle), e);
        }
    }

    private JsonNode post(String what, RouterSpec spec, RequestToken token) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode router = body.putObject("router");
        router.put("name", spec.name()).put("description", Marks.ofPart(token));
        router.putObject("external_gateway_info").put("network_id", spec.external());
        return cloud.call(Ask.post(what, Service.NETWORK, PATH, body), "router");
    }

    /** Takes away the interfaces that are too many and adds the missing ones. */
    private void reconcile(String what, Handle handle, List<Value> subnets) {
        Set<String> missing = new HashSet<>();
        subnets.forEach(subnet -> missing.add(subnet.text()));
        for (JsonNode port : interfaces(what, handle)) {
            String subnet = port.path("fixed_ips").path(0).path("subnet_id").asText();
            if (!missing.remove(subnet)) {
                change(
                        what,
                        handle,
                        "remove_router_interface",
                        "port_id",
                        port.path("id").asText());
            }
        }
        for (Value subnet : subnets) {
            if (missing.remove(subnet.text())) {
                change(what, handle, "add_router_interface", "subnet_id", subnet.text());
            }
        }
    }

    private List<JsonNode> interfaces(String what, Handle handle) {
        Ask ask =
                Ask.get(what + ": interfaces", Service.NETWORK, "/ports")
                        .query("device_id", handle.value())
                        .query("device_owner", "network:router_interface");
        return cloud.list(ask, "ports");
    }

    private void change(String what, Handle handle, String verb, String field, String id) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put(field, id);
        cloud.call(
                Ask.put(
                        what + ": " + verb,
                        Service.NETWORK,
                        things.path(handle) + "/" + verb,
                        body));
    }

    @Override
    public Optional<Observation> find(RequestToken token) {
        return things.find(token, this::delete).map(Routers::observation);
    }

    @Override
    public Observation observe(Handle handle) {
        return things.look("Observe router " + handle, handle)
                .map(Routers::observation)
                .orElseGet(() -> Observation.missing(handle.value()));
    }

    @Override
    public Stream<Observation> list() {
        return things.list().map(Routers::observation).filter(seen -> !seen.token().isEmpty());
    }

    @Override
    public Observation update(Handle handle, RouterSpec from, RouterSpec to) {
        if (!from.external().equals(to.external())) {
            throw new TelamonException(
                    ErrorCode.UNSUPPORTED,
                    "The network outside of router %s cannot be changed in place",
                    from.name());
        }
        String what = "Update router " + to.name();
        Optional<JsonNode> router = things.look(what, handle);
        if (router.isEmpty()) {
            return Observation.missing(handle.value());
        }
        reconcile(what, handle, to.subnets());
        String token = Marks.read(router.get().path("description").asText());
        return observation(things.rename(what, handle, to.name(), new RequestToken(token)));
    }

    @Override
    public void delete(Handle handle) {
        String what = "Delete router " + handle;
        if (things.look(what, handle).isPresent()) {
            reconcile(what, handle, List.of());
            cloud.remove(Ask.delete(what, Service.NETWORK, things.path(handle)));
        }
    }

    private static Observation observation(JsonNode router) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put("name", router.path("name").asText());
        JsonNode gateway = router.path("external_gateway_info");
        attributes.put("external", gateway.path("network_id").asText());
        JsonNode address = gateway.path("external_fixed_ips").path(0).path("ip_address");
        if (!address.asText().isEmpty()) {
            attributes.put("address/gateway", address.asText());
        }
        boolean broken = "ERROR".equals(router.path("status").asText());
        return new Observation(
                router.path("id").asText(),
                Marks.read(router.path("description").asText()),
                MarkedThings.isPart(router) || broken ? ResourceState.ERROR : ResourceState.ACTIVE,
                attributes,
                MarkedThings.isPart(router)
                        ? "The router has not got all of its interfaces"
                        : broken ? "The router is in state ERROR" : "",
                Duration.ZERO);
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.NetworkSpec;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceState;
import io.telamon.openstack.Ask;
import io.telamon.openstack.Cloud;
import io.telamon.openstack.Marks;
import io.telamon.openstack.Service;
import io.telamon.vim.spi.Created;
import io.telamon.vim.spi.Observation;
import io.telamon.vim.spi.ResourceOperator;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A network and its subnet as one thing. Both carry the token in their description, which is there
 * from birth; tags are not. A network whose subnet was never made is no network yet: {@code create}
 * completes it, {@code find} removes it once nobody can be about to complete it.
 */
final class Networks implements ResourceOperator<NetworkSpec> {
    private final Cloud cloud;
    private final Ports ports;
    private final Identity identity;

    Networks(Cloud cloud, Ports ports, Duration settle) {
        this.cloud = cloud;
        this.ports = ports;
        this.identity = new Identity(Identity.Kind.TAG, settle);
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public Created create(NetworkSpec spec, RequestToken token) {
        String what = "Create network " + spec.name();
        Optional<JsonNode> known = named(what, token).stream().findFirst();
        if (known.isPresent() && !known.get().path("subnets").isEmpty()) {
            return new Created.Present(observation(known.get()));
        }
        return known.isPresent()
                ? new Created.Present(completed((ObjectNode) known.get(), spec, token))
                : createFirst(spec, token);
    }

    @Override
    public Created createFirst(NetworkSpec spec, RequestToken token) {
        String what = "Create network " + spec.name();
        ObjectNode network = (ObjectNode) made(what, spec, token);
        return new Created.Accepted(completed(network, spec, token));
    }

    private Observation completed(ObjectNode network, NetworkSpec spec, RequestToken token) {
        String what = "Create network " + spec.name();
        network.putArray("subnets").add(subnet(what, network, spec, token));
        return observation(network);
    }

    private JsonNode made(String what, NetworkSpec spec, RequestToken token) {
        Ask ask = Ask.post(what, Service.NETWORK, "/networks", NetworkDrafts.network(spec, token));
        try {
            return cloud.call(ask, "network");
        } catch (TelamonException e) {
            throw NetworkDrafts.isPlaced(spec) ? ProviderRights.refused(e) : e;
        }
    }

    /** Makes the subnet; a network that can have none is taken away again. */
    private String subnet(String what, JsonNode network, NetworkSpec spec, RequestToken token) {
        String id = network.path("id").asText();
        ObjectNode body = NetworkDrafts.subnet(id, spec, token);
        try {
            Ask ask = Ask.post(what + ": subnet", Service.NETWORK, "/subnets", body);
            return cloud.call(ask, "subnet").path("id").asText();
        } catch (TelamonException e) {
            throw e.code().retryable()
                    ? e
                    : MarkedThings.withdrawn(() -> delete(new Handle(id)), e);
        }
    }

    @Override
    public Optional<Observation> find(RequestToken token) {
        String what = "Find network of " + token;
        List<JsonNode> all = named(what, token);
        for (JsonNode network : all) {
            if (network.path("subnets").isEmpty()) {
                if (Marks.isOlder(network, identity.settle())) {
                    delete(new Handle(network.path("id").asText()));
                }
            } else {
                return Optional.of(observation(network));
            }
        }
        return Optional.empty();
    }

    private List<JsonNode> named(String what, RequestToken token) {
        Ask ask = Ask.get(what, Service.NETWORK, "/networks");
        return cloud.list(ask.query("description", Marks.of(token)), "networks").stream()
                .sorted(Comparator.comparing(network -> network.path("created_at").asText()))
                .toList();
    }

    @Override
    public Observation observe(Handle handle) {
        Ask ask = Ask.get("Observe network " + handle, Service.NETWORK, path(handle));
        return cloud.look(ask, "network")
                .map(Networks::observation)
                .orElseGet(() -> Observation.missing(handle.value()));
    }

    @Override
    public Stream<Observation> list() {
        Ask ask = Ask.get("List networks", Service.NETWORK, "/networks");
        String project = cloud.project();
        return cloud.list(ask.query("project_id", project), "networks").stream()
                .map(Networks::observation)
                .filter(seen -> !seen.token().isEmpty());
    }

    @Override
    public Observation update(Handle handle, NetworkSpec from, NetworkSpec to) {
        if (!from.physicalNetwork().equals(to.physicalNetwork())
                || !from.segmentation().equals(to.segmentation())
                || !from.ip().cidr().equals(to.ip().cidr())
                || !from.ip().gateway().equals(to.ip().gateway())
                || !from.ip().pools().equals(to.ip().pools())) {
            throw new TelamonException(
                    ErrorCode.UNSUPPORTED,
                    "Range, gateway and segment of network %s cannot be changed in place",
                    to.name());
        }
        String what = "Update network " + to.name();
        if (!from.name().equals(to.name())) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.putObject("network").put("name", to.name());
            cloud.call(Ask.put(what, Service.NETWORK, path(handle), body));
        }
        Observation seen = observe(handle);
        if (!from.ip().equals(to.ip())) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            ObjectNode subnet = body.putObject("subnet").put("enable_dhcp", to.ip().dhcp());
            to.ip().dns().forEach(subnet.putArray("dns_nameservers")::add);
            String id = Cloud.encode(seen.attributes().getOrDefault("subnet", ""));
            cloud.call(Ask.put(what, Service.NETWORK, "/subnets/" + id, body));
        }
        return seen;
    }

    @Override
    public void delete(Handle handle) {
        Ask ask = Ask.delete("Delete network " + handle, Service.NETWORK, path(handle));
        try {
            cloud.remove(ask);
        } catch (TelamonException e) {
            if (e.code() != ErrorCode.VIM_REJECTED || !ports.sweepOn(handle.value())) {
                throw e;
            }
            cloud.remove(ask);
        }
    }

    private static String path(Handle handle) {
        return "/networks/" + Cloud.encode(handle.value());
    }

    private static Observation observation(JsonNode network) {
        String token = Marks.read(network.path("description").asText());
        Map<String, String> attributes = new HashMap<>();
        attributes.put("name", network.path("name").asText());
        network.path("subnets").forEach(id -> attributes.putIfAbsent("subnet", id.asText()));
        put(attributes, "mtu", network.path("mtu"));
        put(attributes, "physical-network", network.path("provider:physical_network"));
        put(attributes, "segment-type", network.path("provider:network_type"));
        put(attributes, "segment", network.path("provider:segmentation_id"));
        boolean bare = !token.isEmpty() && !attributes.containsKey("subnet");
        ResourceState state = bare ? ResourceState.ERROR : state(network.path("status").asText());
        String fault =
                bare
                        ? "The network has no subnet"
                        : state == ResourceState.ERROR ? "The network is in state ERROR" : "";
        String id = network.path("id").asText();
        return new Observation(id, token, state, attributes, fault, Duration.ZERO);
    }

    private static void put(Map<String, String> attributes, String name, JsonNode value) {
        if (value.isValueNode() && !value.isNull()) {
            attributes.put(name, value.asText());
        }
    }

    private static ResourceState state(String status) {
        return switch (status) {
            case "BUILD" -> ResourceState.BUILDING;
            case "ERROR" -> ResourceState.ERROR;
            default -> ResourceState.ACTIVE;
        };
    }
}

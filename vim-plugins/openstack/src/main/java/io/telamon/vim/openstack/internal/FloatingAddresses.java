/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.FloatingAddressSpec;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Floating addresses. The token is in the description, which is there from birth. */
final class FloatingAddresses implements ResourceOperator<FloatingAddressSpec> {
    private static final String PATH = "/floatingips";
    private static final String ONE = "floatingip";

    private final Cloud cloud;
    private final Identity identity;

    FloatingAddresses(Cloud cloud, Duration settle) {
        this.cloud = cloud;
        this.identity = new Identity(Identity.Kind.TAG, settle);
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public Created create(FloatingAddressSpec spec, RequestToken token) {
        Optional<Observation> known = find(token);
        if (known.isPresent()) {
            return new Created.Present(known.get());
        }
        Ask ask =
                Ask.post(
                        "Create floating address " + spec.name(),
                        Service.NETWORK,
                        PATH,
                        body(spec, token));
        return new Created.Accepted(observation(cloud.call(ask, ONE)));
    }

    /** Neutron's form. */
    static ObjectNode body(FloatingAddressSpec spec, RequestToken token) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode address = body.putObject(ONE);
        address.put("floating_network_id", spec.external());
        address.put("description", Marks.of(token));
        if (!spec.address().isEmpty()) {
            address.put("floating_ip_address", spec.address());
        }
        lead(address, spec);
        return body;
    }

    private static void lead(ObjectNode address, FloatingAddressSpec spec) {
        String port = spec.port().text();
        address.put("port_id", port.isEmpty() ? null : port);
    }

    @Override
    public Optional<Observation> find(RequestToken token) {
        Ask ask = Ask.get("Find floating address of " + token, Service.NETWORK, PATH);
        return cloud.list(ask.query("description", Marks.of(token)), "floatingips").stream()
                .min(Comparator.comparing(address -> address.path("created_at").asText()))
                .map(FloatingAddresses::observation);
    }

    @Override
    public Observation observe(Handle handle) {
        Ask ask = Ask.get("Observe floating address " + handle, Service.NETWORK, path(handle));
        return cloud.look(ask, ONE)
                .map(FloatingAddresses::observation)
                .orElseGet(() -> Observation.missing(handle.value()));
    }

    @Override
    public Stream<Observation> list() {
        Ask ask = Ask.get("List floating addresses", Service.NETWORK, PATH);
        return cloud.list(ask.query("project_id", cloud.project()), "floatingips").stream()
                .map(FloatingAddresses::observation)
                .filter(seen -> !seen.token().isEmpty());
    }

    @Override
    public Observation update(Handle handle, FloatingAddressSpec from, FloatingAddressSpec to) {
        if (!from.external().equals(to.external()) || !from.address().equals(to.address())) {
            throw new TelamonException(
                    ErrorCode.UNSUPPORTED,
                    "Network and address of floating address %s cannot be changed in place",
                    from.name());
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        lead(body.putObject(ONE), to);
        String what = "Lead floating address " + to.name();
        Ask ask = Ask.put(what, Service.NETWORK, path(handle), body);
        return observation(cloud.call(ask, ONE));
    }

    @Override
    public void delete(Handle handle) {
        cloud.remove(
                Ask.delete("Delete floating address " + handle, Service.NETWORK, path(handle)));
    }

    private static String path(Handle handle) {
        return PATH + "/" + Cloud.encode(handle.value());
    }

    private static Observation observation(JsonNode address) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put(FloatingAddressSpec.ADDRESS, address.path("floating_ip_address").asText());
        attributes.put("address/fixed", address.path("fixed_ip_address").asText(""));
        attributes.put("port", address.path("port_id").asText(""));
        boolean broken = "ERROR".equals(address.path("status").asText());
        return new Observation(
                address.path("id").asText(),
                Marks.read(address.path("description").asText()),
                broken ? ResourceState.ERROR : ResourceState.ACTIVE,
                attributes,
                broken ? "The floating address is in state ERROR" : "",
                Duration.ZERO);
    }
}

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
import io.telamon.model.resource.SecurityGroupSpec;
import io.telamon.model.resource.SecurityGroupSpec.Rule;
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
import java.util.Set;
import java.util.stream.Stream;

/**
 * Security groups with their rules. The token is in the description, marked as a part until all
 * rules are there: {@code create} completes such a group, {@code find} removes it once nobody can
 * be about to complete it.
 */
final class SecurityGroups implements ResourceOperator<SecurityGroupSpec> {
    /** The extension that has them. */
    static final String EXTENSION = "security-group";

    private static final String PATH = "/security-groups";

    private final Cloud cloud;
    private final Ports ports;
    private final MarkedThings things;
    private final Identity identity;

    SecurityGroups(Cloud cloud, Ports ports, Duration settle) {
        this.cloud = cloud;
        this.ports = ports;
        this.things = new MarkedThings(cloud, "security_group", PATH, settle);
        this.identity = new Identity(Identity.Kind.TAG, settle);
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public Created create(SecurityGroupSpec spec, RequestToken token) {
        String what = "Create security group " + spec.name();
        Optional<JsonNode> known = things.known(what, token);
        if (known.isPresent() && !MarkedThings.isPart(known.get())) {
            return new Created.Present(observation(known.get()));
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode group = body.putObject("security_group");
        group.put("name", spec.name()).put("description", Marks.ofPart(token));
        JsonNode made =
                known.orElseGet(
                        () ->
                                cloud.call(
                                        Ask.post(what, Service.NETWORK, PATH, body),
                                        "security_group"));
        Handle handle = new Handle(made.path("id").asText());
        try {
            reconcile(what, made, spec);
            Observation seen = observation(things.rename(what, handle, spec.name(), token));
            return known.isPresent() ? new Created.Present(seen) : new Created.Accepted(seen);
        } catch (TelamonException e) {
            throw e.code().retryable() ? e : MarkedThings.withdrawn(() -> delete(handle), e);
        }
    }

    /** Takes away what is too much and adds what is missing. */
    private void reconcile(String what, JsonNode group, SecurityGroupSpec spec) {
        Set<Rule> missing = SecurityRules.wanted(spec);
        for (JsonNode rule : group.path("security_group_rules")) {
            if (SecurityRules.isForeign(rule) || !missing.remove(SecurityRules.read(rule))) {
                String path = "/security-group-rules/" + rule.path("id").asText();
                cloud.remove(Ask.delete(what + ": surplus rule", Service.NETWORK, path));
            }
        }
        if (!missing.isEmpty()) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            ArrayNode rules = body.putArray("security_group_rules");
            String id = group.path("id").asText();
            missing.forEach(rule -> rules.add(SecurityRules.write(rule, id)));
            cloud.call(Ask.post(what + ": rules", Service.NETWORK, "/security-group-rules", body));
        }
    }

    @Override
    public Optional<Observation> find(RequestToken token) {
        return things.find(token, this::delete).map(SecurityGroups::observation);
    }

    @Override
    public Observation observe(Handle handle) {
        return things.look("Observe security group " + handle, handle)
                .map(SecurityGroups::observation)
                .orElseGet(() -> Observation.missing(handle.value()));
    }

    @Override
    public Stream<Observation> list() {
        return things.list()
                .map(SecurityGroups::observation)
                .filter(seen -> !seen.token().isEmpty());
    }

    @Override
    public Observation update(Handle handle, SecurityGroupSpec from, SecurityGroupSpec to) {
        String what = "Update security group " + to.name();
        Optional<JsonNode> group = things.look(what, handle);
        if (group.isEmpty()) {
            return Observation.missing(handle.value());
        }
        reconcile(what, group.get(), to);
        String token = Marks.read(group.get().path("description").asText());
        return observation(things.rename(what, handle, to.name(), new RequestToken(token)));
    }

    @Override
    public void delete(Handle handle) {
        Ask ask =
                Ask.delete("Delete security group " + handle, Service.NETWORK, things.path(handle));
        try {
            cloud.remove(ask);
        } catch (TelamonException e) {
            if (e.code() != ErrorCode.VIM_REJECTED || !ports.sweepIn(handle.value())) {
                throw e;
            }
            cloud.remove(ask);
        }
    }

    private static Observation observation(JsonNode group) {
        Map<String, String> attributes =
                Map.of(
                        "name",
                        group.path("name").asText(),
                        "rules",
                        SecurityRules.text(group.path("security_group_rules")));
        return new Observation(
                group.path("id").asText(),
                Marks.read(group.path("description").asText()),
                MarkedThings.isPart(group) ? ResourceState.ERROR : ResourceState.ACTIVE,
                attributes,
                MarkedThings.isPart(group) ? "The security group has not got all of its rules" : "",
                Duration.ZERO);
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.BlockVolumeSpec;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceState;
import io.telamon.openstack.Ask;
import io.telamon.openstack.Cloud;
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
import java.util.Set;
import java.util.stream.Stream;

/** Volumes of cinder. The token is in the metadata, which is there from birth. */
final class Volumes implements ResourceOperator<BlockVolumeSpec> {
    private static final String PATH = "/volumes";
    private static final String ONE = "volume";
    private static final String MARK = "telamon";
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Set<String> MOVING = Set.of("creating", "downloading", "extending");
    private static final Set<String> PASSING =
            Set.of("creating", "downloading", "extending", "attaching", "detaching", "reserved");

    private final Cloud cloud;
    private final Identity identity;

    Volumes(Cloud cloud, Duration settle) {
        this.cloud = cloud;
        this.identity = new Identity(Identity.Kind.TAG, settle);
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public Created create(BlockVolumeSpec spec, RequestToken token) {
        Optional<Observation> known = find(token);
        if (known.isPresent()) {
            return new Created.Present(known.get());
        }
        String what = "Create volume " + spec.name();
        Ask ask = Ask.post(what, Service.VOLUME, PATH, body(spec, token));
        return new Created.Accepted(observation(cloud.call(ask, ONE)));
    }

    /** Cinder's form. */
    static ObjectNode body(BlockVolumeSpec spec, RequestToken token) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode volume = body.putObject(ONE);
        volume.put("name", spec.name()).put("size", spec.sizeGb());
        if (!spec.image().text().isEmpty()) {
            volume.put("imageRef", spec.image().text());
        }
        if (!spec.zone().isEmpty()) {
            volume.put("availability_zone", spec.zone());
        }
        volume.putObject("metadata").put(MARK, token.value());
        return body;
    }

    @Override
    public Optional<Observation> find(RequestToken token) {
        String mark = "{'" + MARK + "': '" + token.value() + "'}";
        Ask ask = Ask.get("Find volume of " + token, Service.VOLUME, PATH + "/detail");
        return cloud.list(ask.query("metadata", mark), "volumes").stream()
                .filter(volume -> token(volume).equals(token.value()))
                .min(Comparator.comparing(volume -> volume.path("created_at").asText()))
                .map(Volumes::observation);
    }

    @Override
    public Observation observe(Handle handle) {
        return look("Observe volume " + handle, handle)
                .map(Volumes::observation)
                .orElseGet(() -> Observation.missing(handle.value()));
    }

    private Optional<JsonNode> look(String what, Handle handle) {
        return cloud.look(Ask.get(what, Service.VOLUME, path(handle)), ONE);
    }

    @Override
    public Stream<Observation> list() {
        Ask ask = Ask.get("List volumes", Service.VOLUME, PATH + "/detail");
        List<JsonNode> all = cloud.list(ask, "volumes");
        return all.stream().map(Volumes::observation).filter(seen -> !seen.token().isEmpty());
    }

    @Override
    public Observation update(Handle handle, BlockVolumeSpec from, BlockVolumeSpec to) {
        if (!from.becomes(to)) {
            throw new TelamonException(
                    ErrorCode.UNSUPPORTED,
                    "Volume %s can only grow and be renamed in place",
                    from.name());
        }
        Observation seen = observe(handle);
        String what = "Update volume " + to.name();
        if (!from.name().equals(to.name())) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.putObject(ONE).put("name", to.name());
            cloud.call(Ask.put(what, Service.VOLUME, path(handle), body));
        }
        String size = Long.toString(to.sizeGb());
        if (seen.state() == ResourceState.ACTIVE
                && !size.equals(seen.attributes().get("size-gb"))) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.putObject("os-extend").put("new_size", to.sizeGb());
            cloud.call(Ask.post(what, Service.VOLUME, path(handle) + "/action", body));
            return observe(handle);
        }
        return seen;
    }

    /** Cinder refuses while a volume is on its way from a server that goes; that passes. */
    @Override
    public void delete(Handle handle) {
        String what = "Delete volume " + handle;
        try {
            cloud.remove(Ask.delete(what, Service.VOLUME, path(handle)));
        } catch (TelamonException e) {
            String status =
                    look(what, handle).map(volume -> volume.path("status").asText()).orElse("");
            if (e.code() != ErrorCode.VIM_REJECTED || !PASSING.contains(status)) {
                throw e;
            }
            throw new TelamonException(
                    ErrorCode.VIM_UNAVAILABLE, e, "%s (status %s)", e.getMessage(), status);
        }
    }

    private static String path(Handle handle) {
        return PATH + "/" + Cloud.encode(handle.value());
    }

    private static String token(JsonNode volume) {
        return volume.path("metadata").path(MARK).asText();
    }

    private static Observation observation(JsonNode volume) {
        String status = volume.path("status").asText();
        Map<String, String> attributes = new HashMap<>();
        attributes.put("name", volume.path("name").asText());
        attributes.put("status", status);
        attributes.put("size-gb", volume.path("size").asText());
        attributes.put("zone", volume.path("availability_zone").asText(""));
        JsonNode plugged = volume.path("attachments").path(0);
        if (plugged.has("server_id")) {
            attributes.put("server", plugged.path("server_id").asText());
            attributes.put("device", plugged.path("device").asText(""));
        }
        ResourceState state = state(status);
        return new Observation(
                volume.path("id").asText(),
                token(volume),
                state,
                attributes,
                state == ResourceState.ERROR ? "The volume is in status " + status : "",
                state == ResourceState.ACTIVE ? Duration.ZERO : SOON);
    }

    private static ResourceState state(String status) {
        if (status.startsWith("error")) {
            return ResourceState.ERROR;
        }
        if ("deleting".equals(status)) {
            return ResourceState.DELETING;
        }
        return MOVING.contains(status) ? ResourceState.BUILDING : ResourceState.ACTIVE;
    }
}

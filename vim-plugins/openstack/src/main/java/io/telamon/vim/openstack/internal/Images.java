/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.errors.TelamonException;
import io.telamon.http.Content;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.ImageSpec;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceState;
import io.telamon.openstack.Ask;
import io.telamon.openstack.Cloud;
import io.telamon.openstack.Faults;
import io.telamon.openstack.Service;
import io.telamon.vim.spi.ArtifactSource;
import io.telamon.vim.spi.Created;
import io.telamon.vim.spi.Observation;
import io.telamon.vim.spi.ResourceOperator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openstack4j.core.transport.HttpMethod;

/**
 * Images, shared by the checksum of their content, which is a property from birth. The content is
 * streamed in by a second call; an image that never got any is filled by the next {@code create}
 * and is none for {@code find}.
 */
final class Images implements ResourceOperator<ImageSpec> {
    private static final String CHECKSUM = "telamon_sha256";
    private static final String TOKEN = "telamon_token";

    private final Cloud cloud;
    private final ArtifactSource artifacts;
    private final Identity identity;

    Images(Cloud cloud, ArtifactSource artifacts, Duration settle) {
        this.cloud = cloud;
        this.artifacts = artifacts;
        this.identity = new Identity(Identity.Kind.NAME, settle);
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public Created create(ImageSpec spec, RequestToken token) {
        String what = "Create image " + spec.name();
        List<JsonNode> known = having(what, CHECKSUM, spec.sha256());
        Optional<JsonNode> filled = known.stream().filter(one -> !isEmpty(one)).findFirst();
        if (filled.isPresent()) {
            return new Created.Present(observation(filled.get()));
        }
        JsonNode image =
                known.isEmpty()
                        ? cloud.call(Ask.post(what, Service.IMAGE, "/images", body(spec, token)))
                        : known.get(0);
        if (!image.has("id")) {
            throw Faults.garbage(what, image.toString());
        }
        Handle handle = new Handle(image.path("id").asText());
        try {
            upload(what, handle, spec);
        } catch (TelamonException e) {
            return new Created.Present(filledByAnother(handle, known.isEmpty(), e));
        }
        Observation seen = observe(handle);
        return known.isEmpty() ? new Created.Accepted(seen) : new Created.Present(seen);
    }

    /** Glance lets one fill an image; whoever comes second waits for it. */
    private Observation filledByAnother(Handle handle, boolean ours, TelamonException why) {
        if (why.code().retryable()) {
            throw why;
        }
        Optional<JsonNode> image = get("Observe image " + handle, handle);
        if (image.isPresent() && !isEmpty(image.get())) {
            return observation(image.get());
        }
        if (ours) {
            delete(handle);
        }
        throw why;
    }

    private static ObjectNode body(ImageSpec spec, RequestToken token) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", spec.name())
                .put("disk_format", spec.diskFormat())
                .put("container_format", "bare")
                .put("visibility", "private")
                .put("min_disk", spec.minDiskGb())
                .put(CHECKSUM, spec.sha256())
                .put(TOKEN, token.value());
    }

    private void upload(String what, Handle handle, ImageSpec spec) {
        long size = spec.content().size();
        Content content = new Content(() -> artifacts.open(spec.content()), size > 0 ? size : -1);
        Ask.Target target = new Ask.Target(HttpMethod.PUT, Service.IMAGE, path(handle) + "/file");
        cloud.call(new Ask(what + ": content", target, List.of(), null, content));
    }

    @Override
    public Optional<Observation> find(RequestToken token) {
        return having("Find image of " + token, TOKEN, token.value()).stream()
                .filter(one -> !isEmpty(one))
                .findFirst()
                .map(Images::observation);
    }

    private List<JsonNode> having(String what, String property, String value) {
        Ask ask = Ask.get(what, Service.IMAGE, "/images").query(property, value);
        return cloud.list(ask.query("sort", "created_at:asc"), "images").stream()
                .filter(one -> state(one) != ResourceState.MISSING)
                .toList();
    }

    private static boolean isEmpty(JsonNode image) {
        return "queued".equals(image.path("status").asText());
    }

    @Override
    public Observation observe(Handle handle) {
        return get("Observe image " + handle, handle)
                .map(Images::observation)
                .orElseGet(() -> Observation.missing(handle.value()));
    }

    private Optional<JsonNode> get(String what, Handle handle) {
        return cloud.lookAll(Ask.get(what, Service.IMAGE, path(handle)));
    }

    @Override
    public Stream<Observation> list() {
        Ask ask = Ask.get("List images", Service.IMAGE, "/images");
        String project = cloud.project();
        return cloud.list(ask.query("owner", project), "images").stream()
                .map(Images::observation)
                .filter(seen -> !seen.token().isEmpty());
    }

    @Override
    public void delete(Handle handle) {
        cloud.remove(Ask.delete("Delete image " + handle, Service.IMAGE, path(handle)));
    }

    private static String path(Handle handle) {
        return "/images/" + Cloud.encode(handle.value());
    }

    private static Observation observation(JsonNode image) {
        String id = image.path("id").asText();
        ResourceState state = state(image);
        String fault =
                state == ResourceState.ERROR
                        ? "The image is in state " + image.path("status").asText()
                        : "";
        return new Observation(
                id,
                image.path(TOKEN).asText(),
                state,
                Map.of(
                        "name", image.path("name").asText(),
                        "sha256", image.path(CHECKSUM).asText(),
                        "size", image.path("size").asText()),
                fault,
                Duration.ZERO);
    }

    private static ResourceState state(JsonNode image) {
        return switch (image.path("status").asText()) {
            case "active" -> ResourceState.ACTIVE;
            case "killed", "deactivated" -> ResourceState.ERROR;
            case "deleted" -> ResourceState.MISSING;
            case "pending_delete" -> ResourceState.DELETING;
            default -> ResourceState.BUILDING;
        };
    }
}

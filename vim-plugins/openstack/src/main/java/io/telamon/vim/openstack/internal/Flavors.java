/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.FlavorSpec;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.RequestToken;
import io.telamon.openstack.Ask;
import io.telamon.openstack.Cloud;
import io.telamon.openstack.Service;
import io.telamon.vim.spi.Created;
import io.telamon.vim.spi.Observation;
import io.telamon.vim.spi.ResourceOperator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Flavors, shared by their name. A new one gets the token as its id and its extra specs, which nova
 * takes by a second call only, in its description as well: whoever finds it without them adds them.
 * Who may not make flavors gets one of the same shape.
 */
final class Flavors implements ResourceOperator<FlavorSpec> {
    private static final String OURS = "telamon-";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Cloud cloud;
    private final Identity identity;

    Flavors(Cloud cloud, Duration settle) {
        this.cloud = cloud;
        this.identity = new Identity(Identity.Kind.NAME, settle);
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public Created create(FlavorSpec spec, RequestToken token) {
        String what = "Create flavor " + spec.name();
        List<JsonNode> all = all(what);
        Optional<JsonNode> known = first(all, one -> named(one, spec));
        if (known.isPresent()) {
            return new Created.Present(observation(completed(known.get())));
        }
        try {
            Ask ask = Ask.post(what, Service.COMPUTE, "/flavors", body(spec, token));
            return new Created.Accepted(observation(completed(cloud.call(ask, "flavor"))));
        } catch (TelamonException e) {
            return new Created.Present(instead(spec, all, e));
        }
    }

    private static ObjectNode body(FlavorSpec spec, RequestToken token) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode flavor = body.putObject("flavor");
        flavor.put("name", spec.name()).put("id", OURS + token);
        flavor.put("vcpus", spec.vcpus()).put("ram", spec.memoryMb()).put("disk", spec.diskGb());
        ObjectNode extra = JsonNodeFactory.instance.objectNode();
        spec.extraSpecs().forEach(extra::put);
        flavor.put("description", extra.toString());
        return body;
    }

    /** Somebody else made it at the same time, or this user may make none. */
    private Observation instead(FlavorSpec spec, List<JsonNode> all, TelamonException error) {
        if (error.code() == ErrorCode.VIM_REJECTED) {
            return first(all("Create flavor " + spec.name()), one -> named(one, spec))
                    .map(one -> observation(completed(one)))
                    .orElseThrow(() -> error);
        }
        if (error.code() == ErrorCode.VIM_AUTH) {
            return first(all, one -> hasShape(one, spec))
                    .map(Flavors::observation)
                    .orElseThrow(() -> mayNot(spec, error));
        }
        throw error;
    }

    private static TelamonException mayNot(FlavorSpec spec, TelamonException error) {
        return new TelamonException(
                ErrorCode.VIM_AUTH,
                error,
                "This user may not make flavors, and the cloud has none with %d vCPUs, %d MiB, %d GiB and extra specs %s."
                        + " Ask the cloud's administrator for one. (%s)",
                spec.vcpus(),
                spec.memoryMb(),
                spec.diskGb(),
                spec.extraSpecs(),
                error.getMessage());
    }

    private static boolean named(JsonNode flavor, FlavorSpec spec) {
        return flavor.path("name").asText().equals(spec.name());
    }

    static boolean hasShape(JsonNode flavor, FlavorSpec spec) {
        Map<String, String> extra = new TreeMap<>();
        flavor.path("extra_specs")
                .fields()
                .forEachRemaining(one -> extra.put(one.getKey(), one.getValue().asText()));
        return flavor.path("vcpus").asInt() == spec.vcpus()
                && flavor.path("ram").asInt() == spec.memoryMb()
                && flavor.path("disk").asInt() == spec.diskGb()
                && flavor.path("OS-FLV-EXT-DATA:ephemeral").asInt() == 0
                && extra.equals(spec.extraSpecs());
    }

    private static Optional<JsonNode> first(List<JsonNode> all, Predicate<JsonNode> wanted) {
        return all.stream().filter(wanted).findFirst();
    }

    /** Adds the extra specs that a create which was cut short did not get to. */
    private JsonNode completed(JsonNode flavor) {
        String id = flavor.path("id").asText();
        JsonNode wanted = wish(flavor);
        if (!id.startsWith(OURS) || wanted.isEmpty() || !flavor.path("extra_specs").isEmpty()) {
            return flavor;
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("extra_specs", wanted);
        String path = "/flavors/" + Cloud.encode(id) + "/os-extra_specs";
        String what = "Set extra specs of flavor " + flavor.path("name").asText();
        cloud.call(Ask.post(what, Service.COMPUTE, path, body));
        return flavor;
    }

    private static JsonNode wish(JsonNode flavor) {
        try {
            JsonNode wish = JSON.readTree(flavor.path("description").asText("{}"));
            return wish.isObject() ? wish : JsonNodeFactory.instance.objectNode();
        } catch (JsonProcessingException notOurs) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    @Override
    public Optional<Observation> find(RequestToken token) {
        return get("Find flavor of " + token, OURS + token)
                .map(this::completed)
                .map(Flavors::observation);
    }

    @Override
    public Observation observe(Handle handle) {
        return get("Observe flavor " + handle, handle.value())
                .map(Flavors::observation)
                .orElseGet(() -> Observation.missing(handle.value()));
    }

    private Optional<JsonNode> get(String what, String id) {
        return cloud.look(Ask.get(what, Service.COMPUTE, "/flavors/" + Cloud.encode(id)), "flavor");
    }

    @Override
    public Stream<Observation> list() {
        return all("List flavors").stream()
                .map(Flavors::observation)
                .filter(seen -> !seen.token().isEmpty());
    }

    private List<JsonNode> all(String what) {
        return cloud.list(Ask.get(what, Service.COMPUTE, "/flavors/detail"), "flavors");
    }

    /** One that somebody else made may have been taken, see {@link #instead}. */
    @Override
    public boolean owns(Handle handle) {
        return handle.value().startsWith(OURS);
    }

    @Override
    public void delete(Handle handle) {
        String path = "/flavors/" + Cloud.encode(handle.value());
        cloud.remove(Ask.delete("Delete flavor " + handle, Service.COMPUTE, path));
    }

    private static Observation observation(JsonNode flavor) {
        String id = flavor.path("id").asText();
        String token = id.startsWith(OURS) ? id.substring(OURS.length()) : "";
        return Observation.active(
                id,
                token,
                Map.of(
                        "name", flavor.path("name").asText(),
                        "vcpus", flavor.path("vcpus").asText(),
                        "memory-mb", flavor.path("ram").asText(),
                        "disk-gb", flavor.path("disk").asText()));
    }
}

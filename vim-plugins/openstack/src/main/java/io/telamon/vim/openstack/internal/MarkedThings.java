/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.RequestToken;
import io.telamon.openstack.Ask;
import io.telamon.openstack.Cloud;
import io.telamon.openstack.Marks;
import io.telamon.openstack.Service;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Neutron's things of one kind that take several calls: the token is in the description, marked as
 * a part until all that belongs to the thing is there.
 */
final class MarkedThings {
    private final Cloud cloud;
    private final String kind;
    private final String path;
    private final Duration settle;

    /**
     * Things of a kind.
     *
     * @param kind neutron's word for one, for instance {@code security_group}
     * @param path address of all
     * @param settle how long somebody may be about to complete a part
     */
    MarkedThings(Cloud cloud, String kind, String path, Duration settle) {
        this.cloud = cloud;
        this.kind = kind;
        this.path = path;
        this.settle = settle;
    }

    /** The oldest of this token, whole or not. */
    Optional<JsonNode> known(String what, RequestToken token) {
        return marked(what, token).stream().findFirst();
    }

    /** The oldest whole one of this token; parts that nobody completes any more are removed. */
    Optional<JsonNode> find(RequestToken token, Consumer<Handle> delete) {
        for (JsonNode thing : marked("Find " + words() + " of " + token, token)) {
            if (!isPart(thing)) {
                return Optional.of(thing);
            }
            if (Marks.isOlder(thing, settle)) {
                delete.accept(new Handle(thing.path("id").asText()));
            }
        }
        return Optional.empty();
    }

    private List<JsonNode> marked(String what, RequestToken token) {
        Ask ask =
                Ask.get(what, Service.NETWORK, path)
                        .query("description", Marks.of(token))
                        .query("description", Marks.ofPart(token));
        return cloud.list(ask, kind + "s").stream()
                .sorted(Comparator.comparing(thing -> thing.path("created_at").asText()))
                .toList();
    }

    /** Names the thing, whole, as it is now. */
    JsonNode rename(String what, Handle handle, String name, RequestToken token) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject(kind).put("name", name).put("description", Marks.of(token));
        return cloud.call(Ask.put(what, Service.NETWORK, path(handle), body), kind);
    }

    /** The thing; empty when it is gone. */
    Optional<JsonNode> look(String what, Handle handle) {
        return cloud.look(Ask.get(what, Service.NETWORK, path(handle)), kind);
    }

    /** All of the project, ours or not. */
    Stream<JsonNode> list() {
        Ask ask = Ask.get("List " + words() + "s", Service.NETWORK, path);
        return cloud.list(ask.query("project_id", cloud.project()), kind + "s").stream();
    }

    /** Address of one. */
    String path(Handle handle) {
        return path + "/" + Cloud.encode(handle.value());
    }

    private String words() {
        return kind.replace('_', ' ');
    }

    /** True while something that belongs to it is missing. */
    static boolean isPart(JsonNode thing) {
        return Marks.isPart(thing.path("description").asText());
    }

    /** What stopped a thing from being whole, once the part has been taken away again. */
    static TelamonException withdrawn(Runnable delete, TelamonException why) {
        try {
            delete.run();
        } catch (TelamonException e) {
            why.addSuppressed(e);
        }
        return why;
    }
}

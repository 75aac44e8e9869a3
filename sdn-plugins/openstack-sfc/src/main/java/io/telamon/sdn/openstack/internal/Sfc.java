/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.openstack.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.RequestToken;
import io.telamon.openstack.Ask;
import io.telamon.openstack.Cloud;
import io.telamon.openstack.Marks;
import io.telamon.openstack.Service;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The calls of networking-sfc's API, for one project. */
final class Sfc {
    private static final int MOST_IDS = 100;

    private final Cloud cloud;

    Sfc(Cloud cloud) {
        this.cloud = cloud;
    }

    /** All of a kind. */
    List<JsonNode> list(String what, Kind kind) {
        return list(Ask.get(what, Service.NETWORK, kind.path()), kind);
    }

    /** Those of a kind that carry a token. */
    List<JsonNode> marked(String what, Kind kind, RequestToken token) {
        Ask ask = Ask.get(what, Service.NETWORK, kind.path());
        return list(ask.query("description", Marks.of(token)), kind);
    }

    /** Those of a kind whose field has one of these values. */
    List<JsonNode> with(String what, Kind kind, String field, Collection<String> values) {
        if (values.isEmpty()) {
            return List.of();
        }
        Ask ask = Ask.get(what, Service.NETWORK, kind.path());
        if (values.size() > MOST_IDS) {
            Set<String> wanted = Set.copyOf(values);
            return list(ask, kind).stream()
                    .filter(one -> wanted.contains(one.path(field).asText()))
                    .toList();
        }
        for (String value : values) {
            ask = ask.query(field, value);
        }
        return list(ask, kind);
    }

    private List<JsonNode> list(Ask ask, Kind kind) {
        return cloud.list(ask.query("project_id", cloud.project()), kind.fields());
    }

    Optional<JsonNode> look(String what, Kind kind, String id) {
        return cloud.look(Ask.get(what, Service.NETWORK, path(kind, id)), kind.field());
    }

    JsonNode make(String what, Kind kind, ObjectNode draft) {
        return cloud.call(
                Ask.post(what, Service.NETWORK, kind.path(), body(kind, draft)), kind.field());
    }

    JsonNode change(String what, Kind kind, String id, ObjectNode draft) {
        return cloud.call(
                Ask.put(what, Service.NETWORK, path(kind, id), body(kind, draft)), kind.field());
    }

    void remove(String what, Kind kind, String id) {
        cloud.remove(Ask.delete(what, Service.NETWORK, path(kind, id)));
    }

    /** Ports by their fields: names and values by turns. */
    List<JsonNode> ports(String what, List<String> query) {
        Ask ask = Ask.get(what, Service.NETWORK, "/ports");
        for (int i = 0; i < query.size(); i += 2) {
            ask = ask.query(query.get(i), query.get(i + 1));
        }
        return cloud.list(ask, "ports");
    }

    /** Removes a group or pair unless another chain uses it; whether it is gone. */
    boolean removeUnlessUsed(String what, Kind kind, String id) {
        try {
            remove(what, kind, id);
            return true;
        } catch (TelamonException e) {
            if (e.code() == ErrorCode.VIM_REJECTED && isUsed(what, kind, id)) {
                return false;
            }
            throw e;
        }
    }

    private boolean isUsed(String what, Kind kind, String id) {
        Kind user = kind == Kind.PAIR ? Kind.GROUP : Kind.CHAIN;
        return list(what, user).stream().anyMatch(one -> ids(one, kind).contains(id));
    }

    /** Ids of the parts of a kind that a chain or group has, in their order. */
    static List<String> ids(JsonNode whole, Kind parts) {
        return StreamSupport.stream(whole.path(parts.fields()).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    static String id(JsonNode thing) {
        return thing.path("id").asText();
    }

    /** True when Telamon made it. */
    static boolean isOurs(JsonNode thing) {
        return !Marks.read(thing.path("description").asText()).isEmpty();
    }

    static boolean isMarked(JsonNode thing, RequestToken token) {
        return Marks.of(token).equals(thing.path("description").asText());
    }

    static ObjectNode draft() {
        return JsonNodeFactory.instance.objectNode();
    }

    static Set<String> idsOf(List<JsonNode> things) {
        return things.stream().map(Sfc::id).collect(Collectors.toSet());
    }

    private static ObjectNode body(Kind kind, ObjectNode draft) {
        ObjectNode body = draft();
        body.set(kind.field(), draft);
        return body;
    }

    private static String path(Kind kind, String id) {
        return kind.path() + "/" + Cloud.encode(id);
    }
}

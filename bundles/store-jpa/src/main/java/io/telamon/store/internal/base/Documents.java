/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.base;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.Problem;
import io.telamon.errors.TelamonException;
import io.telamon.model.TenantId;
import io.telamon.model.instance.Interconnect;
import io.telamon.model.instance.Inventory;
import io.telamon.model.instance.Topology;
import io.telamon.model.plan.Task;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.model.security.Role;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Records as JSON columns. Each document says which format it is in, so that a release can read its
 * own and the previous one (design section 4, upgrades). Thread-safe.
 */
public final class Documents {
    /** Format that this release writes. */
    public static final int FORMAT = 1;

    private static final String HEAD = "{\"format\":" + FORMAT + ",\"body\":";
    private static final String EMPTY_MAP = HEAD + "{}}";

    /** A map of texts. */
    public final Kind<Map<String, String>> texts;

    /** A set of texts. */
    public final Kind<Set<String>> names;

    /** A topology. */
    public final Kind<Topology> topology;

    /** A problem. */
    public final Kind<Problem> problem;

    /** The payload of a task. */
    public final Kind<Task.Payload> payload;

    /** The spec of a resource. */
    public final Kind<ResourceSpec> spec;

    /** An inventory. */
    public final Kind<Inventory> inventory;

    /** The sides of an interconnect. */
    public final Kind<List<Interconnect.Side>> sides;

    /** Roles of a user by tenant. */
    public final Kind<Map<TenantId, Set<Role>>> roles;

    private final JsonMapper mapper;

    /** Makes the readers and writers of all kinds. */
    public Documents() {
        mapper =
                JsonMapper.builder()
                        .addModule(new JavaTimeModule())
                        .addModule(new ModelModule())
                        .visibility(PropertyAccessor.GETTER, Visibility.NONE)
                        .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                        .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build();
        TypeFactory types = mapper.getTypeFactory();
        texts = new Kind<>(types.constructMapType(Map.class, String.class, String.class));
        names = new Kind<>(types.constructCollectionType(Set.class, String.class));
        topology = new Kind<>(types.constructType(Topology.class));
        problem = new Kind<>(types.constructType(Problem.class));
        payload = new Kind<>(types.constructType(Task.Payload.class));
        spec = new Kind<>(types.constructType(ResourceSpec.class));
        inventory = new Kind<>(types.constructType(Inventory.class));
        sides = new Kind<>(types.constructCollectionType(List.class, Interconnect.Side.class));
        roles =
                new Kind<>(
                        types.constructMapType(
                                Map.class,
                                types.constructType(TenantId.class),
                                types.constructCollectionType(Set.class, Role.class)));
    }

    /** Reads and writes one kind of document; null stays null. */
    public final class Kind<T> {
        private final JavaType type;
        private final ObjectReader reader;
        private final ObjectWriter writer;

        private Kind(JavaType type) {
            this.type = type;
            this.reader = mapper.readerFor(type);
            this.writer = mapper.writerFor(type);
        }

        /** The document for a value. */
        public String write(T value) {
            if (value == null) {
                return null;
            }
            if (value instanceof Map<?, ?> map && map.isEmpty()) {
                return EMPTY_MAP;
            }
            try {
                return HEAD + writer.writeValueAsString(value) + '}';
            } catch (JsonProcessingException e) {
                throw new TelamonException(
                        ErrorCode.INTERNAL, e, "A %s cannot be stored as JSON", type);
            }
        }

        /** The value of a document. */
        public T read(String document) {
            if (document == null) {
                return null;
            }
            try (JsonParser parser = mapper.createParser(document)) {
                checkFormat(parser);
                return reader.readValue(parser);
            } catch (IOException e) {
                throw new TelamonException(
                        ErrorCode.INTERNAL, e, "A stored %s cannot be read: it is damaged", type);
            }
        }
    }

    private static void checkFormat(JsonParser parser) throws IOException {
        parser.nextToken();
        String name = parser.nextFieldName();
        int format = "format".equals(name) ? parser.nextIntValue(0) : 0;
        if (format != FORMAT) {
            throw new TelamonException(
                    ErrorCode.INTERNAL,
                    "A stored document has format %d, this release reads %d; start the release that"
                            + " wrote it",
                    format,
                    FORMAT);
        }
        if (!"body".equals(parser.nextFieldName())
                || parser.nextToken() == JsonToken.NOT_AVAILABLE) {
            throw new TelamonException(ErrorCode.INTERNAL, "A stored document has no body");
        }
    }
}

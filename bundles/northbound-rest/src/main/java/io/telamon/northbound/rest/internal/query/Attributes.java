/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Knows which attribute paths ({@code a/b/c}) the representation of a resource has. */
final class Attributes {
    private Attributes() {}

    /** Refuses a path that no representation of this type can have. */
    static void require(Class<?> type, String path) {
        Type at = type;
        for (String name : path.split("/", -1)) {
            Type inner = element(at);
            if (inner == Object.class) {
                return;
            }
            at =
                    component(inner, name)
                            .orElseThrow(
                                    () ->
                                            new TelamonException(
                                                    ErrorCode.INVALID_ARGUMENT,
                                                    "There is no attribute %s here; see"
                                                            + " /api/openapi.json for the names",
                                                    path));
        }
    }

    private static Optional<Type> component(Type type, String name) {
        if (!(type instanceof Class<?> raw) || !raw.isRecord()) {
            return Optional.empty();
        }
        return Arrays.stream(raw.getRecordComponents())
                .filter(part -> name(raw, part).equals(name))
                .map(RecordComponent::getGenericType)
                .findFirst();
    }

    private static String name(Class<?> raw, RecordComponent part) {
        return Optional.ofNullable(part.getAccessor().getAnnotation(JsonProperty.class))
                .map(JsonProperty::value)
                .orElse(part.getName());
    }

    /** What a list holds; {@code Object} for maps, whose keys are anybody's. */
    private static Type element(Type type) {
        if (!(type instanceof ParameterizedType parametric)) {
            return type;
        }
        Class<?> raw = (Class<?>) parametric.getRawType();
        if (Map.class.isAssignableFrom(raw)) {
            return Object.class;
        }
        return Collection.class.isAssignableFrom(raw)
                ? element(parametric.getActualTypeArguments()[0])
                : type;
    }
}

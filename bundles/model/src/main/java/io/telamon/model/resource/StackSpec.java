/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.resource;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A stack of the orchestration service of OpenStack: things made as a whole from a template. Its
 * outputs come back as attributes {@code output/<name>}, the servers in it as {@code server/<name>}
 * with their addresses as {@code address/<name>}.
 *
 * @param name name on the cloud, which adds the token
 * @param template the template
 * @param files files that the template names, by the name it uses
 * @param parameters values by parameter; a slash leads into a parameter that is a map
 */
public record StackSpec(
        String name,
        ArtifactRef template,
        Map<String, ArtifactRef> files,
        Map<String, Value> parameters)
        implements ResourceSpec {
    /** Copies the maps in a stable order. */
    public StackSpec {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    @Override
    public boolean becomes(ResourceSpec next) {
        return next instanceof StackSpec;
    }

    @Override
    public String kind() {
        return "stack";
    }

    @Override
    public StackSpec resolve(UnaryOperator<Value> resolver) {
        Map<String, Value> known = new TreeMap<>();
        parameters.forEach((parameter, value) -> known.put(parameter, resolver.apply(value)));
        return new StackSpec(name, template, files, known);
    }

    @Override
    public List<Value> references() {
        return parameters.values().stream().filter(Value::isReference).toList();
    }
}

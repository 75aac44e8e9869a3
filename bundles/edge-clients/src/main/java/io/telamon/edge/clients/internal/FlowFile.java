/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A {@link Flow} as a JSON file. */
final class FlowFile {
    static final String CHAIN_TEMPLATE =
            """
            {
              "functions": ["f1", "f2", "f1"],
              "dependencies": {
                "s0": ["f1"],
                "s1": ["f1", "f2"],
                "s2": ["f2"],
                "s3": null
              },
              "state-sizes": {"s0": 10000, "s1": 20000, "s2": 30000, "s3": 40000}
            }
            """;

    static final String DAG_TEMPLATE =
            """
            {
              "successors": [[1, 2], [3], [3]],
              "functionNames": ["f1", "f2", "f1", "f3"],
              "dependencies": {
                "s0": ["f1"],
                "s1": ["f1", "f2"],
                "s2": ["f2", "f3"],
                "s3": null
              },
              "state-sizes": {"s0": 10000, "s1": 20000, "s2": 30000, "s3": 40000}
            }
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private FlowFile() {}

    static Flow read(Path file, boolean dag) throws IOException {
        try {
            return parse(Files.readString(file), dag);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    static Flow parse(String text, boolean dag) throws IOException {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
        Map<String, List<String>> dependencies = new TreeMap<>();
        root.path("dependencies")
                .properties()
                .forEach(entry -> dependencies.put(entry.getKey(), texts(entry.getValue())));
        Map<String, Integer> sizes = new TreeMap<>();
        root.path("state-sizes")
                .properties()
                .forEach(entry -> sizes.put(entry.getKey(), entry.getValue().asInt()));
        for (String state : dependencies.keySet()) {
            sizes.putIfAbsent(state, 0);
        }
        if (!dag) {
            return Flow.chain(texts(root.path("functions")), dependencies, sizes);
        }
        List<List<Integer>> successors = new ArrayList<>();
        for (JsonNode nexts : root.path("successors")) {
            List<Integer> row = new ArrayList<>();
            nexts.forEach(next -> row.add(next.asInt(-1)));
            successors.add(row);
        }
        successors.add(List.of());
        return new Flow(true, texts(root.path("functionNames")), successors, dependencies, sizes);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}

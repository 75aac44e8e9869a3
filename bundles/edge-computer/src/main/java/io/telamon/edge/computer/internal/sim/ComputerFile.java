/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.sim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the JSON form of simulated computers, version 1.0. */
public final class ComputerFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ComputerFile() {}

    /** A small complete file. */
    public static String example() {
        return """
                {
                  "version": "1.0",
                  "processors": [
                    {
                      "name": "arm",
                      "type": "GenericCpu",
                      "speed": 4e9,
                      "memory": 500e6,
                      "cores": 1
                    }
                  ],
                  "containers": [
                    {
                      "name": "ccontainer0",
                      "processor": "arm",
                      "lambda": {
                        "name": "clambda@1",
                        "output-type": "copy-input",
                        "requirements": "proportional",
                        "op-coeff": 1e6,
                        "op-offset": 4e6,
                        "mem-coeff": 100,
                        "mem-offset": 0
                      },
                      "num-workers": 1
                    }
                  ]
                }
                """;
    }

    /** Reads a file; {@link IllegalArgumentException} tells what is wrong with it. */
    public static ComputerSpec read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read " + file + ": " + e, e);
        }
    }

    /** Reads a text; {@link IllegalArgumentException} tells what is wrong with it. */
    public static ComputerSpec parse(String text) {
        JsonNode root = tree(text);
        if (!"1.0".equals(text(root, "version"))) {
            throw new IllegalArgumentException("version must be 1.0, not " + text(root, "version"));
        }
        List<ProcessorSpec> processors = new ArrayList<>();
        for (JsonNode node : field(root, "processors")) {
            processors.add(
                    new ProcessorSpec(
                            text(node, "name"),
                            type(text(node, "type")),
                            number(node, "speed"),
                            (int) number(node, "cores"),
                            (long) number(node, "memory")));
        }
        List<ContainerSpec> containers = new ArrayList<>();
        for (JsonNode node : field(root, "containers")) {
            containers.add(
                    new ContainerSpec(
                            text(node, "name"),
                            text(node, "processor"),
                            lambda(field(node, "lambda")),
                            (int) number(node, "num-workers")));
        }
        return new ComputerSpec(processors, containers);
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static LambdaSpec lambda(JsonNode node) {
        expect(node, "requirements", "proportional");
        Optional<String> output =
                switch (text(node, "output-type")) {
                    case "copy-input" -> Optional.empty();
                    case "fixed" -> Optional.of(text(node, "output-value"));
                    default ->
                            throw new IllegalArgumentException(
                                    "output-type must be copy-input or fixed, not "
                                            + text(node, "output-type"));
                };
        return new LambdaSpec(
                text(node, "name"),
                new LambdaSpec.Cost(number(node, "op-coeff"), number(node, "op-offset")),
                new LambdaSpec.Cost(number(node, "mem-coeff"), number(node, "mem-offset")),
                output);
    }

    private static String type(String type) {
        if (!type.equals("GenericCpu") && !type.equals("GenericGpu")) {
            throw new IllegalArgumentException(
                    "type must be GenericCpu or GenericGpu, not " + type);
        }
        return type;
    }

    private static void expect(JsonNode node, String name, String value) {
        if (!value.equals(text(node, name))) {
            throw new IllegalArgumentException(
                    name + " must be " + value + ", not " + text(node, name));
        }
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = field(node, name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(name + " must be a text");
        }
        return value.textValue();
    }

    private static double number(JsonNode node, String name) {
        JsonNode value = field(node, name);
        if (!value.isNumber()) {
            throw new IllegalArgumentException(name + " must be a number");
        }
        return value.doubleValue();
    }

    private static JsonNode field(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException("Missing key: " + name);
        }
        return value;
    }
}

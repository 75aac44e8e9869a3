/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the list of process and HTTP functions, a JSON file of version 1.0. */
public final class FunctionFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> PROCESS = Set.of("command", "mode", "folder", "environment");
    private static final Set<String> HTTP = Set.of("url", "headers");
    private static final Set<String> COMMON =
            Set.of("name", "type", "workers", "waiting", "timeout-millis", "max-output");

    private FunctionFile() {}

    /** A function of the file. */
    sealed interface Entry {
        /** Name and workers. */
        Offer offer();

        /** What it may use. */
        PooledRunner.Limits limits();

        /** An executable. */
        record Executable(Offer offer, PooledRunner.Limits limits, ProcessFunction.Command command)
                implements Entry {}

        /** A function behind HTTP. */
        record Remote(Offer offer, PooledRunner.Limits limits, HttpFunction.Target target)
                implements Entry {}
    }

    /** Reads a file; {@link IllegalArgumentException} tells what is wrong with it. */
    static List<Entry> read(Path file, FileFunctions.Defaults defaults) {
        try {
            return parse(Files.readString(file), defaults);
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read " + file + ": " + e, e);
        }
    }

    static List<Entry> parse(String text, FileFunctions.Defaults defaults) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON: " + e.getOriginalMessage(), e);
        }
        if (!"1.0".equals(root.path("version").asText())) {
            throw new IllegalArgumentException(
                    "version must be 1.0, not " + root.path("version").asText());
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonNode node : root.path("functions")) {
            entries.add(entry(node, defaults));
        }
        return entries;
    }

    private static Entry entry(JsonNode node, FileFunctions.Defaults defaults) {
        String name = text(node, "name");
        Offer offer = Offer.of(name, whole(node, "workers", 4, 1));
        int millis = whole(node, "timeout-millis", (int) defaults.limits().time().toMillis(), 1);
        PooledRunner.Limits limits =
                new PooledRunner.Limits(
                        whole(node, "waiting", defaults.limits().waiting(), 0),
                        Duration.ofMillis(millis));
        int maxOutput = whole(node, "max-output", defaults.maxOutput(), 1);
        return switch (text(node, "type")) {
            case "process" -> {
                known(node, name, PROCESS);
                yield new Entry.Executable(offer, limits, command(node, maxOutput));
            }
            case "http" -> {
                known(node, name, HTTP);
                URI url = URI.create(text(node, "url"));
                yield new Entry.Remote(
                        offer,
                        limits,
                        new HttpFunction.Target(
                                any -> url, texts(node, "headers"), limits.time(), maxOutput));
            }
            default ->
                    throw new IllegalArgumentException(
                            "Function " + name + ": type must be process or http");
        };
    }

    private static ProcessFunction.Command command(JsonNode node, int maxOutput) {
        List<String> words = new ArrayList<>();
        node.path("command").forEach(word -> words.add(word.asText()));
        if (words.isEmpty()) {
            throw new IllegalArgumentException(
                    "Function " + text(node, "name") + ": command must be a list of words");
        }
        String mode = node.path("mode").asText("json");
        if (!Set.of("raw", "json", "lines").contains(mode)) {
            throw new IllegalArgumentException(
                    "Function " + text(node, "name") + ": mode must be raw, json or lines");
        }
        return new ProcessFunction.Command(
                List.copyOf(words),
                node.has("folder") ? Path.of(text(node, "folder")) : null,
                texts(node, "environment"),
                ProcessFunction.Mode.valueOf(mode.toUpperCase(Locale.ROOT)),
                maxOutput);
    }

    private static void known(JsonNode node, String name, Set<String> keys) {
        node.fieldNames()
                .forEachRemaining(
                        key -> {
                            if (!COMMON.contains(key) && !keys.contains(key)) {
                                throw new IllegalArgumentException(
                                        "Function " + name + " has an unknown key " + key);
                            }
                        });
    }

    private static Map<String, String> texts(JsonNode node, String name) {
        Map<String, String> texts = new HashMap<>();
        node.path(name).properties().forEach(e -> texts.put(e.getKey(), e.getValue().asText()));
        return Map.copyOf(texts);
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new IllegalArgumentException("A function needs the text " + name);
        }
        return value.asText();
    }

    private static int whole(JsonNode node, String name, int byDefault, int least) {
        JsonNode value = node.path(name);
        if (value.isMissingNode()) {
            return byDefault;
        }
        if (!value.canConvertToInt() || value.asInt() < least) {
            throw new IllegalArgumentException(
                    name + " must be a whole number of at least " + least);
        }
        return value.asInt();
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.ArtifactRef;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.StackSpec;
import io.telamon.model.resource.Value;
import io.telamon.openstack.Marks;
import io.telamon.vim.spi.ArtifactSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What heat wants to read: the template and its files as texts, the parameters as JSON. */
final class StackBodies {
    /** Heat's own limit for a template is half of this. */
    private static final int MOST = 1 << 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ArtifactSource artifacts;

    StackBodies(ArtifactSource artifacts) {
        this.artifacts = artifacts;
    }

    ObjectNode of(StackSpec spec, RequestToken token) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("template", text(spec.template()));
        body.put("tags", Marks.of(token)).put("disable_rollback", true);
        ObjectNode files = body.putObject("files");
        spec.files().forEach((name, file) -> files.put(name, text(file)));
        body.set("parameters", parameters(spec.parameters()));
        return body;
    }

    /** A slash in the name of a parameter leads into a map. */
    static ObjectNode parameters(Map<String, Value> values) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        values.forEach(
                (name, value) -> {
                    String[] steps = name.split("/");
                    ObjectNode map = all;
                    for (int i = 0; i < steps.length - 1; i++) {
                        JsonNode inner = map.get(steps[i]);
                        map = inner instanceof ObjectNode known ? known : map.putObject(steps[i]);
                    }
                    map.set(steps[steps.length - 1], node(value.text()));
                });
        return all;
    }

    /** Lists and maps are written as JSON; all else is a text, which heat reads as it needs. */
    private static JsonNode node(String text) {
        if (text.startsWith("[") || text.startsWith("{")) {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException e) {
                return JsonNodeFactory.instance.textNode(text);
            }
        }
        return JsonNodeFactory.instance.textNode(text);
    }

    private String text(ArtifactRef file) {
        try (InputStream in = artifacts.open(file)) {
            byte[] bytes = in.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw new TelamonException(
                        ErrorCode.VIM_REJECTED, "%s is too large for a stack", file.path());
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new TelamonException(
                    ErrorCode.VIM_REJECTED,
                    e,
                    "The file %s of the package cannot be read: %s",
                    file.path(),
                    e.getMessage());
        }
    }
}

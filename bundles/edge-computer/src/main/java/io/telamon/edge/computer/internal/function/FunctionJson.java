/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.edge.spi.FunctionException;
import io.telamon.edge.spi.FunctionException.Reason;
import io.telamon.edge.spi.FunctionInput;
import io.telamon.edge.spi.FunctionOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Calls and answers of process functions in JSON; binary parts are base64. */
final class FunctionJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FunctionJson() {}

    /** A call as one line, the line's end included. */
    static byte[] line(FunctionInput input) {
        ObjectNode call = JSON.createObjectNode();
        call.put("function", input.function());
        call.put("input", input.text());
        if (input.data().length > 0) {
            call.put("data", encoded(input.data()));
        }
        if (!input.states().isEmpty()) {
            ObjectNode states = call.putObject("states");
            input.states().forEach((name, content) -> states.put(name, encoded(content)));
        }
        try {
            return (JSON.writeValueAsString(call) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An answer: an object with {@code output}, or with {@code error}. */
    static FunctionOutput read(byte[] answer) throws FunctionException {
        JsonNode node = parsed(answer);
        JsonNode error = node.get("error");
        if (error != null && !error.isNull()) {
            throw new FunctionException(
                    Reason.FAILED, Texts.brief(error.isTextual() ? error.asText() : error + ""));
        }
        Map<String, byte[]> states = new HashMap<>();
        try {
            for (Map.Entry<String, JsonNode> state : node.path("states").properties()) {
                states.put(state.getKey(), decoded(state.getValue()));
            }
            return new FunctionOutput(text(node.get("output")), decoded(node.get("data")), states);
        } catch (IllegalArgumentException e) {
            throw new FunctionException(
                    Reason.FAILED, "data and states of an answer must be base64", e);
        }
    }

    /** An answer that is the output itself: a text, or binary when it is none. */
    static FunctionOutput raw(byte[] answer) {
        Optional<String> text = Texts.decoded(answer);
        return text.map(FunctionOutput::of)
                .orElseGet(() -> new FunctionOutput("", answer, Map.of()));
    }

    private static JsonNode parsed(byte[] answer) throws FunctionException {
        try {
            JsonNode node = JSON.readTree(answer);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (IOException e) {
            throw new FunctionException(
                    Reason.FAILED,
                    "The answer is no JSON: "
                            + Texts.brief(new String(answer, StandardCharsets.UTF_8)),
                    e);
        }
        throw new FunctionException(Reason.FAILED, "The answer is no JSON object");
    }

    /** A text is the output as it is; anything else is the output as JSON. */
    private static String text(JsonNode output) {
        if (output == null || output.isNull()) {
            return "";
        }
        return output.isTextual() ? output.textValue() : output.toString();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] decoded(JsonNode node) {
        return node == null || node.isNull()
                ? new byte[0]
                : Base64.getDecoder().decode(node.asText());
    }
}

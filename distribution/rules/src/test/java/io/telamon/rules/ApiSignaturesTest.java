/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The signatures that other bundles and plug-in authors compile against are committed as {@code
 * api.txt} of their module, so that a change of them is seen in review. Rewrite them with {@code
 * mvn verify -pl distribution/rules -am -Dapi.update}.
 */
class ApiSignaturesTest {
    private static final Path BUNDLES = Path.of(System.getProperty("project.root"), "bundles");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "errors",
                "model",
                "vim-api",
                "sdn-api",
                "store-api",
                "security-api",
                "core-api",
                "edge-api",
                "northbound-api"
            })
    void theCommittedSignaturesAreThoseOfTheCode(String module) throws IOException {
        Path committed = BUNDLES.resolve(module).resolve("api.txt");
        List<String> signatures = Signatures.of(BUNDLES.resolve(module).resolve("target/classes"));
        if (System.getProperty("api.update", "${api.update}").matches("|true")) {
            Files.write(committed, signatures);
        }

        assertThat(signatures).as("signatures of %s", module).isNotEmpty();
        assertThat(signatures)
                .as("%s: its API changed; if that is meant, run with -Dapi.update", module)
                .isEqualTo(Files.readAllLines(committed));
    }
}

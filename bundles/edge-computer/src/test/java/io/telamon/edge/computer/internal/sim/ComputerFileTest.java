/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComputerFileTest {
    @Test
    void theExampleIsAComputer() {
        ComputerSpec spec = ComputerFile.parse(ComputerFile.example());

        assertThat(spec.processors())
                .containsExactly(new ProcessorSpec("arm", "GenericCpu", 4e9, 1, 500_000_000));
        ContainerSpec container = spec.containerOf("clambda@1").orElseThrow();
        assertThat(container.workers()).isEqualTo(1);
        assertThat(container.lambda().operations().of(100)).isEqualTo(104e6);
        assertThat(container.lambda().memory().of(100)).isEqualTo(10_000);
        assertThat(container.lambda().output()).isEmpty();
    }

    @Test
    void aFixedOutputIsKept() {
        ComputerSpec spec =
                ComputerFile.parse(
                        ComputerFile.example()
                                .replace(
                                        "\"copy-input\"",
                                        "\"fixed\", \"output-value\": \"hello\""));

        assertThat(spec.containers().get(0).lambda().output()).contains("hello");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"1.0\"; \"2.0\"; version must be 1.0",
                "\"cores\": 1; \"kernels\": 1; Missing key: cores",
                "\"cores\": 1; \"cores\": 0; needs speed and cores",
                "4e9; \"fast\"; speed must be a number",
                "\"proportional\"; \"constant\"; requirements must be proportional",
                "\"copy-input\"; \"random\"; output-type must be",
                "\"copy-input\"; \"fixed\"; Missing key: output-value",
                "GenericCpu; Abacus; type must be GenericCpu or GenericGpu",
                "\"processor\": \"arm\"; \"processor\": \"leg\"; has no processor leg",
                "}; ; Not JSON"
            })
    void aMistakeIsNamed(String right, String wrong, String message) {
        String text = ComputerFile.example().replace(right, wrong == null ? "" : wrong);

        assertThatThrownBy(() -> ComputerFile.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void thePresetsHaveTheirContainers() {
        ComputerSpec board =
                ComputerSpec.raspberry(new ComputerSpec.Count(2, 4), new ComputerSpec.Count(1, 2));
        ComputerSpec server = ComputerSpec.intelServer(new ComputerSpec.Count(3, 8));

        assertThat(board.containers())
                .extracting(c -> c.name() + " " + c.lambda().name() + " " + c.processor())
                .containsExactly(
                        "ccontainer0 clambda0 arm",
                        "ccontainer1 clambda1 arm",
                        "gcontainer0 glambda0 bm2837");
        assertThat(server.containerOf("clambda2").orElseThrow().workers()).isEqualTo(8);
        assertThat(server.processors().get(0).cores()).isEqualTo(20);
    }

    @Test
    void twoContainersForOneFunctionAreRefused() {
        ContainerSpec container = SimulatedComputerTest.container("f", 1);
        ComputerSpec spec =
                new ComputerSpec(
                        java.util.List.of(new ProcessorSpec("cpu", "GenericCpu", 1, 1, 1)),
                        java.util.List.of(container));

        assertThatThrownBy(
                        () ->
                                new ComputerSpec(
                                        spec.processors(),
                                        java.util.List.of(
                                                container,
                                                new ContainerSpec(
                                                        "other", "cpu", container.lambda(), 1))))
                .hasMessage("Two containers for lambda f");
    }
}

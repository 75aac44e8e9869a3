/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.edge.rpc.Dag;
import io.telamon.edge.rpc.IndexList;
import io.telamon.edge.rpc.LambdaRequest;
import io.telamon.edge.spi.FunctionException;
import io.telamon.edge.spi.FunctionException.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTest {
    static final Dag DIAMOND = dag(List.of("a", "b", "c", "d"), "1,2", "3", "3");

    @Test
    void aSingleFunctionIsFirstAndLast() throws Exception {
        Step step = Step.of(LambdaRequest.newBuilder().setName("f").build());

        assertThat(step).isEqualTo(new Step("f", 0, List.of(), List.of()));
        assertThat(step.last()).isTrue();
    }

    @Test
    void aChainOverridesTheName() throws Exception {
        LambdaRequest.Builder request =
                asynchronous().setName("f").addAllChain(List.of("x", "y", "z"));

        assertThat(Step.of(request.setNextFunctionIndex(1).build()))
                .isEqualTo(new Step("y", 1, List.of(0), List.of(2)));
        assertThat(Step.of(request.setNextFunctionIndex(2).build()).last()).isTrue();
    }

    @Test
    void aGraphKnowsForksAndJoins() throws Exception {
        LambdaRequest.Builder request = asynchronous().setUuid("u").setDag(DIAMOND);

        assertThat(Step.of(request.build())).isEqualTo(new Step("a", 0, List.of(), List.of(1, 2)));
        Step join = Step.of(request.setNextFunctionIndex(3).build());
        assertThat(join).isEqualTo(new Step("d", 3, List.of(1, 2), List.of()));
        assertThat(join.join()).isTrue();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        LambdaRequest.Builder chain = asynchronous().addAllChain(List.of("x", "y"));
        LambdaRequest.Builder graph = asynchronous().setUuid("u").setDag(DIAMOND);

        refused(chain.clone().setDag(DIAMOND), "both a function chain and a DAG");
        refused(chain.clone().clearCallback(), "multiple functions without a callback");
        refused(chain.clone().setNextFunctionIndex(2), "Out-of-range function execution");
        refused(graph.clone().setNextFunctionIndex(-1), "Out-of-range function execution");
        refused(graph.clone().clearUuid(), "without a UUID");
        refused(graph.clone().setHops(255), "Loop detected");
        refused(graph.clone().setDag(dag(List.of("a", "b", "c"), "1")), "needs successors");
        refused(graph.clone().setDag(dag(List.of("a", "b"), "5")), "does not have");
        refused(graph.clone().setDag(dag(List.of("a", "b", "c"), "1,2", "0")), "has a cycle");
        refused(graph.clone().setDag(dag(List.of("a", "b"), "")), "leads nowhere");
    }

    @Test
    void aGraphNeedNotBeInOrder() throws Exception {
        Dag dag = dag(List.of("a", "b", "c", "d"), "2", "3", "1");
        LambdaRequest.Builder request = asynchronous().setUuid("u").setDag(dag);

        assertThat(Step.of(request.setNextFunctionIndex(1).build()))
                .isEqualTo(new Step("b", 1, List.of(2), List.of(3)));
        assertThat(Step.weights(dag, List.of("c"))).containsExactly(0, 1, 1, 1);
    }

    @Test
    void aStateIsWorthWhatNeedsItOnTheWay() {
        Dag dag = dag(List.of("r", "a", "b", "a2", "j"), "1,2", "3", "4", "4");

        assertThat(Step.weights(dag, List.of("a", "j"))).containsExactly(0, 1, 0, 1, 2);
    }

    private static void refused(LambdaRequest.Builder request, String message) {
        assertThatThrownBy(() -> Step.of(request.build()))
                .isInstanceOfSatisfying(
                        FunctionException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.INVALID))
                .hasMessageContaining(message);
    }

    private static LambdaRequest.Builder asynchronous() {
        return LambdaRequest.newBuilder().setCallback("localhost:1");
    }

    static Dag dag(List<String> names, String... successors) {
        Dag.Builder dag = Dag.newBuilder().addAllNames(names);
        for (String list : successors) {
            IndexList.Builder indices = IndexList.newBuilder();
            for (String index : list.split(",")) {
                if (!index.isEmpty()) {
                    indices.addFunctions(Long.parseLong(index));
                }
            }
            dag.addSuccessors(indices);
        }
        return dag.build();
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowTest {
    @Test
    void theTemplatesAreGoodFlows() throws IOException {
        Flow chain = FlowFile.parse(FlowFile.CHAIN_TEMPLATE, false);
        Flow dag = FlowFile.parse(FlowFile.DAG_TEMPLATE, true);

        assertThat(chain.label()).isEqualTo("f1-f2-f1");
        assertThat(chain.successors()).containsExactly(List.of(1), List.of(2), List.of());
        assertThat(chain.statesOf("f2")).containsExactly("s1", "s2");
        assertThat(chain.statesOfAll()).as("nobody needs s3").containsExactly("s0", "s1", "s2");
        assertThat(chain.stateSizes()).containsEntry("s2", 30000);
        assertThat(dag.order()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void functionsFollowAllThatTheyWaitFor() throws IOException {
        Flow dag =
                FlowFile.parse(
                        "{\"successors\":[[2],[4],[1,3],[4]],\"functionNames\":[\"a\",\"b\",\"c\",\"d\",\"e\"]}",
                        true);

        assertThat(dag.order()).containsExactly(0, 2, 1, 3, 4);
    }

    @Test
    void whatIsNoFlowIsSaid() {
        refuses("circle", "{\"successors\":[[1],[0]],\"functionNames\":[\"a\",\"b\",\"c\"]}", true);
        refuses("no function 7", "{\"successors\":[[7]],\"functionNames\":[\"a\",\"b\"]}", true);
        refuses("successors of all", "{\"successors\":[],\"functionNames\":[\"a\",\"b\"]}", true);
        refuses("must be functions", "{}", false);
        refuses("no JSON", "{", false);
    }

    private static void refuses(String why, String text, boolean dag) {
        assertThatThrownBy(() -> FlowFile.parse(text, dag))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}

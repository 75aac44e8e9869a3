/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.openstack.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.ResourceState;
import io.telamon.model.resource.Value;
import io.telamon.sdn.spi.ChainObservation;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths and chains between the SPI's words and neutron's. */
class ChainsTest {
    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }

    private static ChainSpec.Hop hop(int position, String port) {
        return new ChainSpec.Hop(position, Value.of(port), Value.of(port));
    }

    private static ChainSpec chain(ChainSpec.Hop... hops) {
        return new ChainSpec("c", List.of(hops), List.of(), false);
    }

    @Test
    void positionsAreInOrderWithTheirAlternatives() {
        List<List<Hop>> positions = Hop.positions(chain(hop(1, "b"), hop(0, "a"), hop(1, "c")));

        assertThat(positions)
                .containsExactly(
                        List.of(new Hop("a", "a")), List.of(new Hop("b", "b"), new Hop("c", "c")));
    }

    @Test
    void aPathThatCannotBeIsRefused() {
        assertThatThrownBy(() -> Hop.positions(chain())).hasMessageContaining("no functions");
        assertThatThrownBy(() -> Hop.positions(chain(hop(1, "a"))))
                .hasMessageContaining("position 0");
        assertThatThrownBy(() -> Hop.positions(chain(hop(0, "a"), hop(1, "a"))))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> Hop.positions(chain(hop(0, ""))))
                .hasMessageContaining("without port");
    }

    @Test
    void aChainThatLostAFunctionIsBroken() throws IOException {
        JsonNode chain =
                json(
                        "{'id':'c1','name':'web','description':'telamon:t1','chain_id':4,"
                                + "'port_pair_groups':['g1','g2'],'flow_classifiers':['f1']}");
        JsonNode full = json("{'id':'g1','port_pairs':['p1','p2']}");
        JsonNode other = json("{'id':'g2','port_pairs':['p3']}");
        JsonNode empty = json("{'id':'g2','port_pairs':[]}");

        ChainObservation whole = Chains.seen(chain, List.of(full, other));
        ChainObservation broken = Chains.seen(chain, List.of(full, empty));

        assertThat(whole.handle()).isEqualTo("c1/t1");
        assertThat(whole.state()).isEqualTo(ResourceState.ACTIVE);
        assertThat(whole.attributes())
                .containsEntry("hops", "3")
                .containsEntry("positions", "2")
                .containsEntry("port-chain", "c1");
        assertThat(broken.state()).isEqualTo(ResourceState.ERROR);
        assertThat(broken.attributes().get("fault")).contains("position 1").contains("g2");
    }

    @Test
    void partsWithoutChainAreOneBrokenChainPerToken() throws IOException {
        JsonNode chain =
                json(
                        "{'id':'c1','description':'telamon:t1','port_pair_groups':['g1'],"
                                + "'flow_classifiers':[]}");
        JsonNode shared = json("{'id':'g1','description':'telamon:gone','port_pairs':['p1']}");
        JsonNode left = json("{'id':'g2','description':'telamon:t2','port_pairs':['p2']}");
        JsonNode pair = json("{'id':'p2','description':'telamon:t2'}");
        JsonNode mine = json("{'id':'f1','description':'made by hand'}");

        assertThat(
                        Chains.orphans(
                                List.of(chain),
                                List.of(shared, left),
                                List.of(pair),
                                List.of(mine)))
                .singleElement()
                .satisfies(
                        orphan -> {
                            assertThat(orphan.handle()).isEqualTo("-/t2");
                            assertThat(orphan.state()).isEqualTo(ResourceState.ERROR);
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "a b, a b, ''",
        "a b c, a b, ''",
        "a, a b, ''",
        "x y, a b, ''",
        "a c b, a b c, a",
        "a b c d, d a, d / a b c",
        "b a x, a b y, y",
        "b c a, a b c, a / b c",
    })
    void aGroupThatMovesLeavesTheChainFirst(String wanted, String old, String steps) {
        List<List<String>> between =
                Chains.stepsTo(List.of(wanted.split(" ")), List.of(old.split(" ")));

        assertThat(between.stream().map(step -> String.join(" ", step)).toList())
                .isEqualTo(steps.isEmpty() ? List.of() : List.of(steps.split(" / ")));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.9, 10.0.0.9/32",
        "10.0.0.9/24, 10.0.0.0/24",
        "10.255.1.1/9, 10.128.0.0/9",
        "0.0.0.0/0, 0.0.0.0/0",
        "fd00:1::9/32, fd00:1:0:0:0:0:0:0/32"
    })
    void prefixesLoseTheirHostBits(String text, String prefix) {
        assertThat(Prefix.of(text)).map(Prefix::toString).contains(prefix);
    }

    @ParameterizedTest
    @CsvSource({"localhost", "beef", "10.0.0.0/x", "1.2.3.4.5", "10.0.0.0/40", "/8"})
    void whatIsNoPrefixIsNone(String text) {
        assertThat(Prefix.of(text)).isEmpty();
    }

    @Test
    void aHandleKeepsTheTokenOfTheParts() {
        assertThat(ChainHandle.of(new Handle("c1/t1")).mark()).map(Object::toString).contains("t1");
        assertThat(ChainHandle.of(new Handle("c1")).mark()).isEmpty();
        assertThat(ChainHandle.of(new Handle("c1"))).hasToString("c1");
    }

    @Test
    void aPuzzlingRefusalGetsANextStep() {
        TelamonException plain = new TelamonException(ErrorCode.VIM_REJECTED, "400: too long");
        TelamonException conflict =
                new TelamonException(
                        ErrorCode.VIM_REJECTED, "400: Flow Classifier a conflicts with b [req-1]");

        assertThat(Hints.explained(plain)).isSameAs(plain);
        assertThat(Hints.explained(conflict))
                .hasMessageStartingWith("400: Flow Classifier a conflicts with b [req-1]; ")
                .hasMessageContaining("narrow");
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.protobuf.ByteString;
import io.telamon.edge.rpc.Dag;
import io.telamon.edge.rpc.LambdaRequest;
import io.telamon.edge.rpc.LambdaResponse;
import io.telamon.edge.rpc.State;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Messages are read without being parsed and sent on as they came. */
class HeadsTest {
    private static final long MARK = 0x0102030405060708L;

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static LambdaRequest sentOn(LambdaRequest request) throws Exception {
        RequestHead head = RequestHead.of(request.toByteArray());
        return LambdaRequest.parseFrom(head.forwarded(MARK).bytes());
    }

    @Test
    void theFieldsThatCountAreRead() {
        RequestHead head =
                RequestHead.of(
                        LambdaRequest.newBuilder()
                                .setName("clambda0")
                                .setInput("abcde")
                                .setDatain(ByteString.copyFromUtf8("abcdefg"))
                                .setDry(true)
                                .setHops(3)
                                .build()
                                .toByteArray());

        assertThat(head.function()).isEqualTo("clambda0");
        assertThat(head.size()).isEqualTo(7);
        assertThat(head.dry()).isTrue();
        assertThat(head.forward()).isFalse();
        assertThat(head.hops()).isEqualTo(3);
    }

    @Test
    void aChainAndADagNameTheFunctionThatIsNext() {
        LambdaRequest chain =
                LambdaRequest.newBuilder()
                        .setName("x")
                        .addChain("a")
                        .addChain("b")
                        .setNextFunctionIndex(1)
                        .build();
        LambdaRequest dag =
                LambdaRequest.newBuilder()
                        .setDag(Dag.newBuilder().addNames("p").addNames("q"))
                        .setNextFunctionIndex(1)
                        .build();

        assertThat(RequestHead.of(chain.toByteArray()).function()).isEqualTo("b");
        assertThat(RequestHead.of(dag.toByteArray()).function()).isEqualTo("q");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                RequestHead.of(
                                        chain.toBuilder()
                                                .setNextFunctionIndex(2)
                                                .build()
                                                .toByteArray()));
    }

    @Test
    void onlyForwardHopsAndMarkChangeOnTheWay() throws Exception {
        LambdaRequest request =
                LambdaRequest.newBuilder()
                        .setName("f")
                        .setUuid("u")
                        .setCallback("c:1")
                        .putStates("s", State.newBuilder().setLocation("l:2").build())
                        .setHops(300)
                        .build();

        LambdaRequest arrived = sentOn(request);

        assertThat(arrived.getVia().size()).isEqualTo(8);
        assertThat(arrived.toBuilder().clearVia().build())
                .isEqualTo(request.toBuilder().setForward(true).setHops(301).build());
    }

    @Test
    void theBytesOfARequestSentOnAreThese() {
        LambdaRequest request = LambdaRequest.newBuilder().setName("f").setInput("x").build();

        byte[] sent = RequestHead.of(request.toByteArray()).forwarded(MARK).bytes();

        assertThat(hex(sent)).isEqualTo("0a016612017828013001aa06080807060504030201");
    }

    @Test
    void aBrokerKnowsItsMarkOnlyWhileTheRequestIsForwarded() throws Exception {
        LambdaRequest once = sentOn(LambdaRequest.newBuilder().setName("f").build());
        LambdaRequest twice =
                LambdaRequest.parseFrom(
                        RequestHead.of(once.toByteArray()).forwarded(MARK + 1).bytes());

        assertThat(RequestHead.of(twice.toByteArray()).passed(MARK)).isTrue();
        assertThat(RequestHead.of(twice.toByteArray()).passed(MARK + 1)).isTrue();
        assertThat(RequestHead.of(twice.toByteArray()).passed(MARK + 2)).isFalse();
        LambdaRequest next = twice.toBuilder().setForward(false).build();
        assertThat(RequestHead.of(next.toByteArray()).passed(MARK)).isFalse();
        assertThat(sentOn(next).getVia().size()).isEqualTo(8);
    }

    @Test
    void whatIsNoMessageIsRefused() {
        for (String bad : new String[] {"0a05", "ff", "0b", "00", "0affffffffffffffffff7f", "09"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RequestHead.of(HexFormat.of().parseHex(bad)));
        }
    }

    @Test
    void anAnswerGetsItsResponderUnlessItHasOne() throws Exception {
        LambdaResponse bare =
                LambdaResponse.newBuilder().setRetcode("OK").setPtime(7).setLoad1(42).build();
        byte[] field = AnswerHead.responderField("h:1");

        AnswerHead head = AnswerHead.of(bare.toByteArray());

        assertThat(head.ok()).isTrue();
        assertThat(head.ptime()).isEqualTo(7);
        assertThat(head.load()).isEqualTo(42);
        assertThat(LambdaResponse.parseFrom(head.from(field).bytes()).getResponder())
                .isEqualTo("h:1");
        LambdaResponse named = bare.toBuilder().setResponder("me:2").build();
        assertThat(AnswerHead.of(named.toByteArray()).from(field).bytes())
                .isEqualTo(named.toByteArray());
        assertThat(hex(AnswerHead.refusal("no").bytes())).isEqualTo("0a026e6f");
        assertThat(AnswerHead.of(AnswerHead.refusal(AnswerHead.NO_DESTINATION).bytes()).nobody())
                .isTrue();
    }

    @Test
    void theStreamOfAMessageIsTheMessage() throws Exception {
        Payload payload = new Payload(new byte[] {1, 2, 3}, new byte[] {4, 5});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InputStream drained = payload.stream();
        InputStream begun = payload.stream();
        int first = begun.read();

        assertThat(((io.grpc.Drainable) drained).drainTo(out)).isEqualTo(5);
        assertThat(out.toByteArray()).isEqualTo(payload.bytes());
        assertThat(drained.available()).isZero();
        assertThat(first).isEqualTo(1);
        assertThat(((io.grpc.Drainable) begun).drainTo(out)).isEqualTo(4);
        assertThat(RunLambda.METHOD.parseRequest(payload.stream()).body())
                .isEqualTo(payload.bytes());
    }
}

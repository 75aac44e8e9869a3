/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.telamon.edge.computer.internal.function.RefusedException;
import io.telamon.edge.rpc.FunctionList;
import io.telamon.edge.rpc.LambdaRequest;
import io.telamon.edge.rpc.State;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class JoinsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Joins joins = new Joins(2, Duration.ofSeconds(5), nanos::get);

    @Test
    void theLastInputFiresTheJoinWithAllOfThem() throws Exception {
        assertThat(arrive(input("u", 2, "plain"))).isEmpty();

        LambdaRequest joined = arrive(input("u", 1, "{\"n\":1}")).orElseThrow();

        assertThat(joined.getInput()).isEqualTo("[{\"n\":1},\"plain\"]");
        assertThat(joined.getDatain().toStringUtf8()).isEqualTo("12");
        assertThat(joined.getJoined()).isTrue();
    }

    @Test
    void repeatedInputsCountOnceAndNothingFiresTwice() throws Exception {
        assertThat(arrive(input("u", 1, "1"))).isEmpty();
        assertThat(arrive(input("u", 1, "1"))).isEmpty();
        assertThat(arrive(input("u", 2, "2"))).isPresent();
        assertThat(arrive(input("u", 2, "2"))).isEmpty();
        assertThat(arrive(input("u", 1, "1"))).isEmpty();
    }

    @Test
    void inputsThatDoNotSayWhereTheyComeFromAreCounted() throws Exception {
        LambdaRequest unsaid = input("u", 1, "x").toBuilder().clearJoinInput().build();

        assertThat(arrive(unsaid)).isEmpty();
        assertThat(arrive(unsaid)).isPresent();
    }

    @Test
    void requestsDoNotMix() throws Exception {
        assertThat(arrive(input("u", 1, "1"))).isEmpty();
        assertThat(arrive(input("v", 2, "2"))).isEmpty();
        assertThat(joins.size()).isEqualTo(2);
        assertThatThrownBy(() -> arrive(input("w", 1, "1"))).isInstanceOf(RefusedException.class);
    }

    @Test
    void aFailureIsToldOnceAndEndsTheGraph() throws Exception {
        arrive(input("u", 1, "1"));

        assertThat(joins.failed(input("u", 2, "2"))).isTrue();
        assertThat(joins.failed(input("u", 1, "1"))).isFalse();
        assertThat(arrive(input("u", 2, "2"))).isEmpty();
    }

    @Test
    void aJoinThatWaitsInVainIsTold() throws Exception {
        arrive(input("u", 1, "1"));
        arrive(input("done", 1, "1"));
        arrive(input("done", 2, "2"));
        assertThat(joins.expire()).isEmpty();
        nanos.addAndGet(5_000_000_000L);

        assertThat(joins.expire())
                .extracting(Joins.Late::text)
                .containsExactly("Function d waited 5 s for its inputs, only 1 came");
        assertThat(joins.size()).isZero();
    }

    @Test
    void theBranchThatNeededAStateBringsItsCopy() throws Exception {
        LambdaRequest untouched =
                input("u", 1, "1").toBuilder().putStates("s", state("old")).build();
        LambdaRequest changed = input("u", 2, "2").toBuilder().putStates("s", state("new")).build();

        arrive(untouched);
        LambdaRequest joined = arrive(changed).orElseThrow();

        assertThat(joined.getStatesOrThrow("s").getContent().toStringUtf8()).isEqualTo("new");
    }

    private Optional<LambdaRequest> arrive(LambdaRequest request) throws Exception {
        return joins.arrived(request, Step.of(request));
    }

    private static State state(String content) {
        return State.newBuilder().setContent(ByteString.copyFromUtf8(content)).build();
    }

    private static LambdaRequest input(String uuid, int from, String text) {
        return LambdaRequest.newBuilder()
                .setUuid(uuid)
                .setCallback("localhost:1")
                .setDag(StepTest.DIAMOND)
                .putDependencies("s", FunctionList.newBuilder().addFunctions("c").build())
                .setNextFunctionIndex(3)
                .setJoinInput(from + 1)
                .setInput(text)
                .setDatain(ByteString.copyFromUtf8(String.valueOf(from)))
                .build();
    }
}

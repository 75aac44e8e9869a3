/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A gate holds a call at its moment until it is released. */
class GateTest {
    private static final long LONG = 20_000;

    private final Cloud cloud = Cloud.inMemory(NoteWorld::new);

    private void arm(String json) throws IOException {
        cloud.gates().arm(Json.parse(json, GateOrder.class));
    }

    private CompletableFuture<Integer> create() {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return cloud.serve(NoteWorld.create("a")).orElseThrow().status();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private int total() {
        return cloud.world("a").summary().path("total").asInt();
    }

    private Gate.State await(String id, int count) throws InterruptedException {
        return (Gate.State) cloud.gates().await(id, count, LONG);
    }

    @Test
    void atArrivedNothingWasDoneYet() throws Exception {
        arm("{\"id\":\"g\",\"verb\":\"create\",\"moment\":\"arrived\"}");
        CompletableFuture<Integer> call = create();

        Gate.State held = await("g", 1);
        int during = total();
        cloud.gates().release("g");

        assertThat(held.state()).isEqualTo("held");
        assertThat(held.inside()).singleElement().extracting(Gate.Held::token).isEqualTo("t");
        assertThat(during).isZero();
        assertThat(call.get(20, TimeUnit.SECONDS)).isEqualTo(201);
        assertThat(total()).isEqualTo(1);
    }

    @Test
    void atDoneTheWorkIsDoneAndNotAnswered() throws Exception {
        arm("{\"id\":\"g\",\"moment\":\"done\"}");
        CompletableFuture<Integer> call = create();

        await("g", 1);

        assertThat(total()).isEqualTo(1);
        assertThat(call).isNotDone();
        cloud.gates().clear();
        assertThat(call.get(20, TimeUnit.SECONDS)).isEqualTo(201);
    }

    @Test
    void onlyTheNthAndThoseAfterItAreHeldUpToTheNumber() throws Exception {
        arm("{\"id\":\"g\",\"nth\":2,\"hold\":2}");
        int first = create().get(20, TimeUnit.SECONDS);
        CompletableFuture<Integer> second = create();
        CompletableFuture<Integer> third = create();
        await("g", 2);

        int fourth = create().get(20, TimeUnit.SECONDS);
        Gate.State released = (Gate.State) cloud.gates().release("g");
        CompletableFuture.allOf(second, third).get(20, TimeUnit.SECONDS);

        assertThat(first).isEqualTo(201);
        assertThat(fourth).isEqualTo(201);
        assertThat(released.hits()).isEqualTo(2);
        assertThat(released.seen()).isEqualTo(4);
    }

    @Test
    void waitingForACallThatDoesNotComeEnds() throws Exception {
        arm("{\"id\":\"g\"}");

        Gate.State state = (Gate.State) cloud.gates().await("g", 1, 20);

        assertThat(state.hits()).isZero();
        assertThat(state.state()).isEqualTo("armed");
    }
}

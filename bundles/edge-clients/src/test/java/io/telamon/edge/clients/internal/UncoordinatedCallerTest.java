/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.telamon.edge.rpc.LambdaRequest;
import io.telamon.edge.rpc.LambdaResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UncoordinatedCallerTest {
    private static final LambdaRequest REQUEST = LambdaRequest.newBuilder().setName("f").build();

    private final List<FunctionServer> servers = new ArrayList<>();
    private final List<ManagedChannel> channels = new ArrayList<>();

    @AfterEach
    void close() {
        channels.forEach(ManagedChannel::shutdownNow);
        servers.forEach(FunctionServer::close);
    }

    private UncoordinatedCaller caller(int count, double persistence) throws IOException {
        List<Destination> destinations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            FunctionServer server = new FunctionServer();
            servers.add(server);
            ManagedChannel channel =
                    NettyChannelBuilder.forTarget(server.endPoint()).usePlaintext().build();
            channels.add(channel);
            destinations.add(new Destination(channel, Duration.ofSeconds(5)));
        }
        return new UncoordinatedCaller(destinations, persistence, new Draws(1, 0, "persistence"));
    }

    private int sent() {
        return servers.stream().mapToInt(server -> server.requests.size()).sum();
    }

    @Test
    void withoutPersistenceOnlyThePrimaryIsAsked() throws Exception {
        UncoordinatedCaller caller = caller(3, 0);
        int primary = caller.primary();

        for (int i = 0; i < 20; i++) {
            caller.call(REQUEST);
        }

        assertThat(servers.get(primary).requests).hasSize(20);
        assertThat(sent()).isEqualTo(20);
    }

    @Test
    void othersAreAskedAsOftenAsPersistenceSays() throws Exception {
        UncoordinatedCaller caller = caller(3, 0.3);

        for (int i = 0; i < 1000; i++) {
            caller.call(REQUEST);
        }

        // one in a thousand may still be under way
        double expected = 1000 + 2 * 1000 * 0.3;
        assertThat((double) sent()).isCloseTo(expected, within(5 * Math.sqrt(2000 * 0.21) + 4));
    }

    @Test
    void whoAnswersFirstBecomesThePrimary() throws Exception {
        UncoordinatedCaller caller = caller(2, 1);
        servers.get(caller.primary()).delayMillis = 300;
        int other = 1 - caller.primary();

        LambdaResponse response = caller.call(REQUEST);

        assertThat(caller.primary()).isEqualTo(other);
        assertThat(response.getResponder()).isEqualTo(servers.get(other).endPoint());
    }

    @Test
    void aBadAnswerDoesNotWin() throws Exception {
        UncoordinatedCaller caller = caller(2, 1);
        int bad = caller.primary();
        servers.get(bad).retcode = "overloaded";
        servers.get(1 - bad).delayMillis = 50;

        caller.call(REQUEST);

        assertThat(caller.primary()).isEqualTo(1 - bad);
    }

    @Test
    void onlyWhenAllFailTheCallFails() throws Exception {
        UncoordinatedCaller caller = caller(2, 1);
        servers.forEach(server -> server.retcode = "overloaded");

        assertThatThrownBy(() -> caller.call(REQUEST))
                .isInstanceOf(CallFailed.class)
                .hasMessage("retcode overloaded");
    }
}

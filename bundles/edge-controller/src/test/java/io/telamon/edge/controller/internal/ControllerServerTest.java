/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.telamon.edge.api.EdgeComputerView;
import io.telamon.edge.kit.Lease;
import io.telamon.edge.rpc.ComputerInfo;
import io.telamon.edge.rpc.Container;
import io.telamon.edge.rpc.EdgeControllerGrpc;
import io.telamon.edge.rpc.RouterInfo;
import io.telamon.testkit.Await;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControllerServerTest {
    private ControllerServer server;
    private ManagedChannel channel;

    @BeforeEach
    void open() throws IOException {
        server = ControllerServer.start(settings("127.0.0.1:0"), Map.of());
        channel =
                NettyChannelBuilder.forTarget(server.endPoint().toString()).usePlaintext().build();
    }

    @AfterEach
    void close() {
        channel.shutdownNow();
        server.close();
    }

    private static ControllerSettings settings(String endPoint) {
        return ControllerSettings.of(
                ControllerSettings.options().parse(List.of("--server-endpoint", endPoint)));
    }

    @Test
    void writesTheTablesOfWhoAnnouncesItself() {
        try (TableServer table = new TableServer()) {
            stub("").announceRouter(
                            RouterInfo.newBuilder()
                                    .setEdgeServerEndpoint("127.0.0.1:1")
                                    .setForwardingTableEndpoint(table.endpoint())
                                    .build());
            stub("").announceComputer(computer());
            Await.until("there is a route", () -> table.table.size() == 1);

            stub("").removeComputer(computer());

            Await.until("there is none", table.table::isEmpty);
            assertThat(server.controller().routers()).hasSize(1);
        }
    }

    @Test
    void anOrderOutlivesTheAnnouncementThatItFollowsFrom() throws Exception {
        try (TableServer table = new TableServer()) {
            ManagedChannel ways =
                    NettyChannelBuilder.forTarget(table.endpoint()).usePlaintext().build();
            RouterTable orders = new GrpcRouterTable(() -> ways, Duration.ofSeconds(5), () -> {});
            Context.CancellableContext announcement = Context.current().withCancellation();

            CompletableFuture<?> order = announcement.call(orders::read);
            announcement.cancel(null);

            assertThat(order).succeedsWithin(Duration.ofSeconds(5));
            ways.shutdownNow();
        }
    }

    @Test
    void aLeaseOfOneSecondRunsOut() {
        stub("1").announceComputer(computer());
        assertThat(server.controller().computers()).hasSize(1);

        Await.until("forgotten", () -> server.controller().computers().isEmpty());
    }

    @Test
    void whoRepeatsItselfHoldsThreeTimesAsLongAndMaySayGoodbye() {
        EdgeControllerGrpc.newBlockingStub(Lease.repeated(channel, Duration.ofMillis(1500)))
                .announceComputer(computer());

        EdgeComputerView view = server.controller().computers().get(0);
        assertThat(Duration.between(view.since(), view.leaseUntil().orElseThrow()))
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
        EdgeControllerGrpc.newBlockingStub(Lease.goodbye(channel)).announceComputer(computer());
        assertThat(server.controller().computers()).isEmpty();
    }

    @Test
    void refusesWhatMakesNoSense() {
        refuses(() -> stub("soon").announceComputer(computer()));
        refuses(() -> stub("-1").announceComputer(computer()));
        refuses(() -> stub("").announceComputer(ComputerInfo.getDefaultInstance()));
        refuses(() -> stub("").announceRouter(RouterInfo.getDefaultInstance()));
        assertThat(server.controller().computers()).isEmpty();
    }

    private static void refuses(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refusal ->
                                assertThat(refusal.getStatus().getCode())
                                        .isEqualTo(Status.Code.INVALID_ARGUMENT));
    }

    @Test
    void aTakenPortIsSaid() {
        String taken = server.endPoint().toString();

        assertThatThrownBy(() -> ControllerServer.start(settings(taken), Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(taken);
    }

    @Test
    void optionsThatMakeNoSenseAreSaid() {
        for (String bad :
                List.of(
                        "--installer-type=round",
                        "--hier-objective=max",
                        "--type=etsi-file",
                        "--server-endpoint=here")) {
            assertThatThrownBy(
                            () ->
                                    ControllerSettings.of(
                                            ControllerSettings.options().parse(List.of(bad))))
                    .as(bad)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static ComputerInfo computer() {
        return ComputerInfo.newBuilder()
                .setEdgeServerEndpoint("127.0.0.1:10000")
                .addContainers(Container.newBuilder().setLambda("clambda0"))
                .build();
    }

    private EdgeControllerGrpc.EdgeControllerBlockingStub stub(String lease) {
        Metadata headers = new Metadata();
        if (!lease.isEmpty()) {
            headers.put(Lease.HEADER, lease);
        }
        return EdgeControllerGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }
}

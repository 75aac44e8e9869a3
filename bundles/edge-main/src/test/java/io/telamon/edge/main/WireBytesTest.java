/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.main;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.grpc.ServiceDescriptor;
import io.telamon.edge.rpc.CallbackServerGrpc;
import io.telamon.edge.rpc.ComputerInfo;
import io.telamon.edge.rpc.Container;
import io.telamon.edge.rpc.Dag;
import io.telamon.edge.rpc.EdgeComputerGrpc;
import io.telamon.edge.rpc.EdgeControllerGrpc;
import io.telamon.edge.rpc.EdgeRouterConf;
import io.telamon.edge.rpc.EdgeRouterGrpc;
import io.telamon.edge.rpc.EdgeServerGrpc;
import io.telamon.edge.rpc.ForwardingEntry;
import io.telamon.edge.rpc.ForwardingTable;
import io.telamon.edge.rpc.FunctionList;
import io.telamon.edge.rpc.IndexList;
import io.telamon.edge.rpc.LambdaRequest;
import io.telamon.edge.rpc.LambdaResponse;
import io.telamon.edge.rpc.NumTables;
import io.telamon.edge.rpc.Return;
import io.telamon.edge.rpc.RouterInfo;
import io.telamon.edge.rpc.State;
import io.telamon.edge.rpc.StateResponse;
import io.telamon.edge.rpc.StateServerGrpc;
import io.telamon.edge.rpc.TableId;
import io.telamon.edge.rpc.Utilization;
import io.telamon.edge.rpc.Void;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What goes over the wire, byte by byte, written down from the numbers that programs of
 * serverlessonedge use and not from our own description of the messages.
 */
class WireBytesTest {
    private static final State STATE =
            State.newBuilder()
                    .setName("s")
                    .setLocation("h:1")
                    .setContent(ByteString.copyFrom(new byte[] {0, -1}))
                    .build();
    private static final IndexList INDICES =
            IndexList.newBuilder().addFunctions(1).addFunctions(300).build();
    private static final FunctionList FUNCTIONS =
            FunctionList.newBuilder().addFunctions("f").build();
    private static final Dag DAG =
            Dag.newBuilder().addSuccessors(INDICES).addNames("f").addNames("g").build();
    private static final Container CONTAINER =
            Container.newBuilder()
                    .setName("c0")
                    .setProcessor("arm")
                    .setLambda("clambda0")
                    .setNumWorkers(4)
                    .build();

    private static Arguments is(Message message, String... hex) {
        return Arguments.of(
                message.getDescriptorForType().getName(), message, String.join("", hex));
    }

    static Stream<Arguments> messages() {
        return Stream.of(
                is(Void.getDefaultInstance(), ""),
                is(request(), REQUEST),
                is(response(), RESPONSE),
                is(STATE, "0a0173", "1203683a31", "1a0200ff"),
                is(
                        StateResponse.newBuilder().setRetcode("OK").setState(STATE).build(),
                        "0a024f4b",
                        "120c0a01731203683a311a0200ff"),
                is(FUNCTIONS.toBuilder().addFunctions("g").build(), "0a0166", "0a0167"),
                is(INDICES, "0a0301ac02"),
                is(DAG, "0a050a0301ac02", "120166", "120167"),
                is(CONTAINER, "0a026330", "120361726d", "1a08636c616d62646130", "2004"),
                is(
                        ComputerInfo.newBuilder()
                                .setEdgeServerEndpoint("h:4")
                                .addContainers(CONTAINER)
                                .addContainers(Container.newBuilder().setLambda("x"))
                                .build(),
                        "0a03683a34",
                        "12150a026330120361726d1a08636c616d626461302004",
                        "12031a0178"),
                is(
                        RouterInfo.newBuilder()
                                .setEdgeServerEndpoint("h:5")
                                .setForwardingTableEndpoint("h:6")
                                .build(),
                        "0a03683a35",
                        "1203683a36"),
                is(Return.newBuilder().setMsg("OK").build(), "12024f4b"),
                is(TableId.newBuilder().setValue(1).build(), "0801"),
                is(NumTables.newBuilder().setValue(2).build(), "0802"),
                is(
                        Utilization.newBuilder().putValues("arm", 0.25f).build(),
                        "0a0a0a0361726d150000803e"));
    }

    static Stream<Arguments> tables() {
        EdgeRouterConf.Builder order =
                EdgeRouterConf.newBuilder().setLambda("f").setDestination("h:7");
        ForwardingEntry entry =
                ForwardingEntry.newBuilder()
                        .setLambda("f")
                        .setDestination("h:8")
                        .setWeight(1)
                        .setFinal(true)
                        .build();
        return Stream.of(
                is(EdgeRouterConf.newBuilder().setAction(EdgeRouterConf.Action.FLUSH).build(), ""),
                is(
                        order.setAction(EdgeRouterConf.Action.REMOVE).build(),
                        "0802",
                        "120166",
                        "1a03683a37"),
                is(
                        order.setAction(EdgeRouterConf.Action.CHANGE)
                                .setWeight(0.5f)
                                .setFinal(true)
                                .build(),
                        "0801",
                        "120166",
                        "1a03683a37",
                        "250000003f",
                        "2801"),
                is(
                        ForwardingTable.newBuilder()
                                .addEntries(entry)
                                .addEntries(
                                        ForwardingEntry.newBuilder()
                                                .setLambda("g")
                                                .setDestination("h:9")
                                                .setWeight(2.5f))
                                .build(),
                        "0a0f0a01661203683a381d0000803f2001",
                        "0a0d0a01671203683a391d00002040"));
    }

    /** Fields of Telamon's own, which other programs skip. */
    static Stream<Arguments> own() {
        return Stream.of(
                is(
                        LambdaRequest.newBuilder()
                                .setVia(ByteString.copyFrom(new byte[8]))
                                .setJoinOwner("h:1")
                                .setJoinInput(2)
                                .setJoined(true)
                                .setFailure("no")
                                .build(),
                        "aa06080000000000000000",
                        "f20603683a31",
                        "f80602",
                        "800701",
                        "8a07026e6f"),
                is(
                        LambdaResponse.newBuilder().setFailure("TIMEOUT").build(),
                        "f2060754494d454f5554"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"messages", "tables", "own"})
    void theBytesOfAMessageAreThese(String name, Message message, String hex) throws Exception {
        assertThat(HexFormat.of().formatHex(message.toByteArray())).isEqualTo(hex);
        assertThat(message.getParserForType().parseFrom(HexFormat.of().parseHex(hex)))
                .isEqualTo(message);
    }

    @Test
    void methodsHaveTheNamesThatAllPartsCallThemBy() {
        assertThat(
                        Stream.of(
                                        EdgeServerGrpc.getServiceDescriptor(),
                                        CallbackServerGrpc.getServiceDescriptor(),
                                        StateServerGrpc.getServiceDescriptor(),
                                        EdgeRouterGrpc.getServiceDescriptor(),
                                        EdgeControllerGrpc.getServiceDescriptor(),
                                        EdgeComputerGrpc.getServiceDescriptor())
                                .map(ServiceDescriptor::getMethods)
                                .flatMap(methods -> methods.stream())
                                .map(MethodDescriptor::getFullMethodName))
                .containsExactlyInAnyOrder(
                        "uiiit.rpc.EdgeServer/RunLambda",
                        "uiiit.rpc.CallbackServer/ReceiveResponse",
                        "uiiit.rpc.StateServer/Get",
                        "uiiit.rpc.StateServer/Put",
                        "uiiit.rpc.StateServer/Del",
                        "uiiit.rpc.EdgeRouter/Configure",
                        "uiiit.rpc.EdgeRouter/GetTable",
                        "uiiit.rpc.EdgeRouter/GetNumTables",
                        "uiiit.rpc.EdgeController/AnnounceComputer",
                        "uiiit.rpc.EdgeController/RemoveComputer",
                        "uiiit.rpc.EdgeController/AnnounceRouter",
                        "uiiit.rpc.EdgeComputer/StreamUtil");
    }

    // name, input, datain, dry, forward, hops, states, callback, chain, dag, dependencies ...
    private static final String REQUEST =
            "0a08636c616d62646130"
                    + "12027b7d"
                    + "1a020102"
                    + "2001"
                    + "2801"
                    + "30ac02"
                    + "3a110a016b120c0a01731203683a311a0200ff"
                    + "4203683a32"
                    + "4a0166"
                    + "4a0167"
                    + "520d0a050a0301ac02120166120167"
                    + "5a080a016b12030a0166"
                    + "6001"
                    + "6a0175";

    private static LambdaRequest request() {
        return LambdaRequest.newBuilder()
                .setName("clambda0")
                .setInput("{}")
                .setDatain(ByteString.copyFrom(new byte[] {1, 2}))
                .setDry(true)
                .setForward(true)
                .setHops(300)
                .putStates("k", STATE)
                .setCallback("h:2")
                .addChain("f")
                .addChain("g")
                .setDag(DAG)
                .putDependencies("k", FUNCTIONS)
                .setNextFunctionIndex(1)
                .setUuid("u")
                .build();
    }

    // retcode, output, responder, ptime, dataout, load1, load10, load30, hops, states, asynchronous
    private static final String RESPONSE =
            "0a024f4b"
                    + "12036f7574"
                    + "1a03683a33"
                    + "209601"
                    + "2a0103"
                    + "3063"
                    + "3832"
                    + "4001"
                    + "4802"
                    + "52110a016b120c0a01731203683a311a0200ff"
                    + "5801";

    private static LambdaResponse response() {
        return LambdaResponse.newBuilder()
                .setRetcode("OK")
                .setOutput("out")
                .setResponder("h:3")
                .setPtime(150)
                .setDataout(ByteString.copyFrom(new byte[] {3}))
                .setLoad1(99)
                .setLoad10(50)
                .setLoad30(1)
                .setHops(2)
                .putStates("k", STATE)
                .setAsynchronous(true)
                .build();
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.telamon.edge.kit.Certificates;
import io.telamon.edge.kit.Channels;
import io.telamon.edge.kit.Conf;
import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.kit.Guard;
import io.telamon.edge.kit.Loops;
import io.telamon.edge.kit.Options;
import io.telamon.edge.kit.Servers;
import io.telamon.edge.kit.Tls;
import io.telamon.edge.relay.policy.Policies;
import io.telamon.edge.relay.policy.Weighing;
import io.telamon.edge.rpc.EdgeRouterConf;
import io.telamon.edge.rpc.EdgeRouterGrpc;
import io.telamon.edge.rpc.EdgeServerGrpc;
import io.telamon.edge.rpc.LambdaRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neither port of a guarded broker is open to a stranger. */
class SecureBrokerTest {
    private final Loops loops = new Loops("client", 1);

    @TempDir Path folder;

    private Status.Code calls(Guard guard, EndPoint lambda) throws IOException {
        try (Channels channels = channels(guard)) {
            EdgeServerGrpc.newBlockingStub(
                            Channels.within(channels.to(lambda), Duration.ofSeconds(5)))
                    .runLambda(LambdaRequest.newBuilder().setName("f").build());
            return Status.Code.OK;
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode();
        }
    }

    private Status.Code flushes(Guard guard, EndPoint tables) throws IOException {
        try (Channels channels = channels(guard)) {
            EdgeRouterGrpc.newBlockingStub(
                            Channels.within(channels.to(tables), Duration.ofSeconds(5)))
                    .configure(EdgeRouterConf.getDefaultInstance());
            return Status.Code.OK;
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode();
        }
    }

    private Channels channels(Guard guard) throws IOException {
        return new Channels(loops, guard, Runnable::run, Servers.MESSAGE_LIMIT);
    }

    @Test
    void onlyWhoHasCertificateAndTokenComesIn() throws Exception {
        Path ours = folder.resolve("ours");
        Path theirs = folder.resolve("theirs");
        Certificates.make(ours);
        Certificates.make(theirs);
        Guard guard = Guard.mutual(new Tls(ours, Map.of()), "secret");
        Options.Parsed line =
                BrokerSettings.options(Options.of("x", "y"))
                        .parse(
                                List.of(
                                        "--server-endpoint=127.0.0.1:0",
                                        "--configuration-endpoint=127.0.0.1:0"));
        Broker.Rule rule =
                new Broker.Rule(
                        2,
                        Policies.of(Conf.parse("t", "type=random", "")),
                        Weighing.of(Conf.parse("o", "type=none", "")),
                        Optional.empty());
        List<Guard> strangers =
                List.of(
                        Guard.open(),
                        Guard.mutual(new Tls(theirs, Map.of()), "secret"),
                        Guard.mutual(new Tls(ours, Map.of()), "guess"),
                        Guard.mutual(new Tls(ours, Map.of()), ""));

        try (Broker broker = Broker.open(BrokerSettings.of(line, guard), rule)) {
            assertThat(calls(guard, broker.lambda())).isEqualTo(Status.Code.OK);
            assertThat(flushes(guard, broker.configuration())).isEqualTo(Status.Code.OK);
            for (Guard stranger : strangers) {
                assertThat(calls(stranger, broker.lambda()))
                        .isIn(Status.Code.UNAVAILABLE, Status.Code.UNAUTHENTICATED);
                assertThat(flushes(stranger, broker.configuration()))
                        .isIn(Status.Code.UNAVAILABLE, Status.Code.UNAUTHENTICATED);
            }
        } finally {
            loops.close();
        }
    }
}

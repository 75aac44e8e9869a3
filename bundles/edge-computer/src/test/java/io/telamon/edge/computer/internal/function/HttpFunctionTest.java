/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.telamon.edge.spi.FunctionException;
import io.telamon.edge.spi.FunctionException.Reason;
import io.telamon.edge.spi.FunctionInput;
import io.telamon.edge.spi.FunctionOutput;
import io.telamon.testkit.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Functions behind a real HTTP server that behaves as a gateway does. */
class HttpFunctionTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger changes = new AtomicInteger();
    private HttpServer server;
    private HttpGateway gateway;
    private volatile String list = "[{\"name\":\"upper\"},{\"name\":\"../x\"}]";

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/function/upper", e -> answer(e, 200, body(e).toUpperCase()));
        server.createContext(
                "/function/type",
                e -> answer(e, 200, e.getRequestHeaders().getFirst("Content-Type")));
        server.createContext(
                "/function/who",
                e -> answer(e, 200, e.getRequestHeaders().getFirst("Authorization")));
        server.createContext("/function/broken", e -> answer(e, 500, "it broke"));
        server.createContext("/function/busy", e -> answer(e, 503, ""));
        server.createContext("/function/long", e -> answer(e, 200, "x".repeat(2000)));
        server.createContext("/system/functions", e -> answer(e, 200, list));
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        gateway =
                new HttpGateway(
                        new HttpGateway.Settings(
                                URI.create("http://localhost:" + server.getAddress().getPort()),
                                2,
                                new PooledRunner.Limits(10, LONG),
                                1000,
                                "Basic abc"),
                        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
                        timer,
                        changes::incrementAndGet);
    }

    @AfterEach
    void close() {
        gateway.close();
        server.stop(0);
        timer.shutdownNow();
    }

    @Test
    void theBodyOfTheAnswerIsTheOutput() {
        assertThat(call("upper", "abc").join().text()).isEqualTo("ABC");
        assertThat(call("who", "").join().text()).isEqualTo("Basic abc");
    }

    @Test
    void theKindOfInputIsSaid() {
        assertThat(call("type", "{}").join().text()).isEqualTo("application/json");
        assertThat(call("type", "a").join().text()).isEqualTo("text/plain; charset=utf-8");
        FunctionInput binary = new FunctionInput("type", "", new byte[] {1}, Map.of());
        assertThat(run(binary).join().text()).isEqualTo("application/octet-stream");
    }

    @Test
    void statusesBecomeErrorsOrRefusals() {
        assertThat(failure("broken"))
                .hasMessage("HTTP 500: it broke")
                .isInstanceOf(FunctionException.class);
        assertThat(failure("busy")).isInstanceOf(RefusedException.class).hasMessage("HTTP 503");
        assertThat(failure("none")).isInstanceOf(RefusedException.class).hasMessage("HTTP 404");
        assertThat(failure("long"))
                .isInstanceOfSatisfying(
                        FunctionException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    @Test
    void nobodyThereIsARefusal() {
        server.stop(0);

        Await.value("a refusal", () -> failure("upper"), e -> e instanceof RefusedException);
    }

    @Test
    void theGatewaysFunctionsAreOffered() {
        List<Offer> offers = Await.value("the list", gateway::offers, all -> !all.isEmpty());

        assertThat(offers).containsExactly(new Offer("upper", "upper", "http-gateway", 2));
        Await.until("the change was told", () -> changes.get() == 1);
        assertThat(gateway.find("../x")).isEmpty();
    }

    private CompletableFuture<FunctionOutput> call(String name, String text) {
        return run(FunctionInput.of(name, text));
    }

    private CompletableFuture<FunctionOutput> run(FunctionInput input) {
        return gateway.find(input.function()).orElseThrow().run(input, LONG);
    }

    private Throwable failure(String name) {
        return call(name, "").handle((output, error) -> error).join();
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceState;
import io.telamon.model.resource.ServerSpec;
import io.telamon.model.resource.Value;
import io.telamon.vim.spi.Observation;
import io.telamon.vim.spi.ResourceOperator;
import io.telamon.vim.spi.VimSession;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What new servers and probes ask of a cloud, seen from its side. */
class NurseryTest {
    private static final String SERVER =
            "{\"id\":\"s%d\",\"name\":\"web\",\"status\":\"%s\",\"tags\":[\"telamon:tm-%d\"]}";

    private static final long CALM = 800;

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger made = new AtomicInteger();
    private volatile String status = "BUILD";
    private volatile String broken = "none";
    private volatile CountDownLatch holds = new CountDownLatch(0);
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private HttpServer server;
    private VimSession session;
    private ResourceOperator<ServerSpec> servers;

    @BeforeEach
    void start() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        server = HttpServer.create(new InetSocketAddress(here, 0), 0);
        server.setExecutor(executor);
        server.createContext("/", this::serve);
        server.start();
        session =
                new OpenStackDriver()
                        .open(Connections.to(address(), "open-sesame", Duration.ofSeconds(5)));
        servers = session.operator(ServerSpec.class).orElseThrow();
    }

    @AfterEach
    void stop() throws Exception {
        session.close();
        server.stop(0);
        executor.shutdownNow();
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void serve(HttpExchange talk) throws IOException {
        talk.getRequestBody().readAllBytes();
        String call = talk.getRequestMethod() + " " + talk.getRequestURI().getPath();
        boolean login = call.endsWith("/auth/tokens");
        if (login) {
            talk.getResponseHeaders().add("X-Subject-Token", "token");
        } else {
            calls.add(call);
        }
        if (call.equals("POST /compute/servers")) {
            hold();
        }
        byte[] body = (login ? catalogue() : said(call)).getBytes(StandardCharsets.UTF_8);
        talk.getResponseHeaders().add("Content-Type", "application/json");
        int well = call.startsWith("POST") ? 201 : 200;
        talk.sendResponseHeaders(call.endsWith(broken) ? 503 : well, body.length);
        talk.getResponseBody().write(body);
        talk.close();
    }

    /** An order waits as long as the test wants. */
    private void hold() {
        try {
            holds.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String said(String call) {
        if (call.endsWith("/flavors") || call.endsWith("/networks")) {
            return "{\"flavors\":[],\"networks\":[]}";
        }
        if (call.equals("POST /compute/servers")) {
            return "{\"server\":{\"id\":\"s" + made.incrementAndGet() + "\"}}";
        }
        if (call.equals("GET /compute/servers/detail")) {
            List<String> all = new ArrayList<>();
            for (int i = 1; i <= made.get(); i++) {
                all.add(SERVER.formatted(i, status, i));
            }
            return "{\"servers\":" + all + "}";
        }
        return call.startsWith("GET /compute/servers/s")
                ? "{\"server\":" + SERVER.formatted(1, status, 1) + "}"
                : "{\"ports\":[{\"id\":\"p2\",\"name\":\"eth0@web\",\"device_id\":\"s2\"}]}";
    }

    private String catalogue() {
        String endpoint =
                "{\"type\":\"%1$s\",\"endpoints\":[{\"interface\":\"public\",\"region\":\"r\",\"url\":\"%2$s/%1$s\"}]}";
        return "{\"token\":{\"expires_at\":\"2126-01-01T00:00:00.000000Z\",\"project\":{\"id\":\"p1\"},\"catalog\":["
                + endpoint.formatted("compute", address())
                + ","
                + endpoint.formatted("network", address())
                + "]}}";
    }

    private List<Handle> make(int count) {
        List<Handle> handles = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            ServerSpec spec =
                    new ServerSpec(
                            "web",
                            Value.of("img"),
                            Value.of("flv"),
                            List.of(),
                            "",
                            Value.of(""),
                            new ServerSpec.Day0("", false, ""));
            RequestToken token = new RequestToken("tm-" + i);
            handles.add(new Handle(servers.createFirst(spec, token).observation().handle()));
        }
        return handles;
    }

    @Test
    void aCloudWithoutItsNetworkServiceIsNotWell() {
        assertThat(session.probe().ok()).isTrue();

        broken = "/networks";

        assertThat(session.probe().ok()).isFalse();
    }

    @Test
    void aFirstCreateLooksForNothing() {
        make(1);

        assertThat(calls).containsExactly("POST /compute/servers");
    }

    /** Lets the time pass in which nobody looks because more may be ordered. */
    private static void pass() throws InterruptedException {
        assertThat(new CountDownLatch(1).await(CALM, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void nobodyLooksWhileMoreAreOrdered() {
        List<Handle> handles = make(3);
        calls.clear();

        assertThat(servers.observe(handles.get(0)).state()).isEqualTo(ResourceState.BUILDING);
        assertThat(calls).isEmpty();
    }

    @Test
    void nobodyLooksWhileAnOrderIsNotAnswered() throws Exception {
        List<Handle> handles = make(2);
        calls.clear();
        CountDownLatch held = new CountDownLatch(1);
        holds = held;
        CompletableFuture<?> order = CompletableFuture.runAsync(() -> make(1));
        pass();

        assertThat(servers.observe(handles.get(0)).state()).isEqualTo(ResourceState.BUILDING);
        assertThat(calls).containsExactly("POST /compute/servers");

        held.countDown();
        order.get(5, TimeUnit.SECONDS);
        pass();
        servers.observe(handles.get(0));
        assertThat(calls).contains("GET /compute/servers/detail");
    }

    @Test
    void manyNewServersAreLookedAtByOneList() throws InterruptedException {
        List<Handle> handles = make(10);
        calls.clear();
        pass();

        assertThat(handles)
                .allSatisfy(
                        handle ->
                                assertThat(servers.observe(handle).state())
                                        .isEqualTo(ResourceState.BUILDING));
        assertThat(calls).containsExactly("GET /compute/servers/detail");
    }

    @Test
    void aBrokenOneIsAskedForItselfBecauseListsDoNotSayWhy() throws InterruptedException {
        List<Handle> handles = make(2);
        status = "ERROR";
        calls.clear();
        pass();

        Observation seen = servers.observe(handles.get(0));

        assertThat(seen.state()).isEqualTo(ResourceState.ERROR);
        assertThat(calls).contains("GET /compute/servers/s1");
    }

    @Test
    void activeOnesAreThenAskedForOneByOne() throws InterruptedException {
        List<Handle> handles = make(3);
        status = "ACTIVE";
        calls.clear();
        pass();

        List<Observation> seen = handles.stream().map(servers::observe).toList();

        assertThat(seen).extracting(Observation::state).containsOnly(ResourceState.ACTIVE);
        assertThat(calls).containsExactly("GET /compute/servers/detail");
        assertThat(servers.observe(handles.get(0)).state()).isEqualTo(ResourceState.ACTIVE);
        assertThat(calls).contains("GET /compute/servers/s1");
    }
}

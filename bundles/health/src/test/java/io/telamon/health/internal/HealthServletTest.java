/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.health.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.health.api.HealthCheck;
import io.telamon.health.api.Status;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Status codes and bodies of the two probe addresses. */
class HealthServletTest {
    private final HealthChecks checks = new HealthChecks();
    private final Map<String, Object> sent = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    @Test
    void liveIsFineWhileNothingIsReady() throws IOException {
        get("/health/live");

        assertThat(sent).containsEntry("setStatus", 200);
        assertThat(body.toString(StandardCharsets.UTF_8)).isEqualTo("{\"live\":true}");
    }

    @Test
    void notReadyIs503WithRetryAfterAndTheReason() throws IOException {
        checks.add(new Fixed(Status.waiting("store is opening")));

        get("/health/ready");

        assertThat(sent).containsEntry("setStatus", 503).containsEntry("Retry-After", "1");
        assertThat(body.toString(StandardCharsets.UTF_8)).contains("store is opening");
    }

    @Test
    void readyIs200AndIsNeverCached() throws IOException {
        checks.add(new Fixed(Status.ready("fine")));

        get("/health/ready");

        assertThat(sent).containsEntry("setStatus", 200).containsEntry("Cache-Control", "no-store");
    }

    @Test
    void aCheckThatLeftIsNoLongerAsked() throws IOException {
        HealthCheck leaving = new Fixed(Status.waiting("gone"));
        checks.add(leaving);
        checks.add(new Fixed(Status.ready("fine")));

        checks.remove(leaving);
        get("/health/ready");

        assertThat(sent).containsEntry("setStatus", 200);
    }

    private void get(String path) throws IOException {
        HttpServletRequest request = fake(HttpServletRequest.class, (name, args) -> path);
        HttpServletResponse response = fake(HttpServletResponse.class, this::record);
        new HealthServlet(checks).doGet(request, response);
    }

    private Object record(String name, Object[] args) {
        if (name.equals("getOutputStream")) {
            return new Bytes(body);
        }
        sent.put(name.equals("setHeader") ? (String) args[0] : name, args[args.length - 1]);
        return null;
    }

    /** A call to a servlet object, by method name. */
    private interface Call {
        Object answer(String name, Object[] args);
    }

    private static <T> T fake(Class<T> type, Call call) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, args) -> call.answer(method.getName(), args)));
    }

    /** A check with one answer. */
    private record Fixed(Status check) implements HealthCheck {
        @Override
        public String name() {
            return "fixed";
        }
    }

    /** The response's body in memory. */
    private static final class Bytes extends ServletOutputStream {
        private final ByteArrayOutputStream out;

        Bytes(ByteArrayOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) {
            out.write(b);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {}
    }
}

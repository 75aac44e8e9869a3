/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.Handle;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What can be done to a server. Nova takes the order and works on it; a next order meanwhile is
 * refused, so start and stop wait for the end, not longer than a call may take.
 */
final class ServerActions {
    private static final long PAUSE_MS = 250;

    private final Cloud cloud;
    private final Duration patience;

    ServerActions(Cloud cloud, Duration patience) {
        this.cloud = cloud;
        this.patience = patience;
    }

    /** Runs the action; answers what it has to tell beyond the server's state. */
    Map<String, String> run(Handle handle, String action, Map<String, String> arguments) {
        Map<String, String> results = new HashMap<>();
        switch (action) {
            case "start" -> power(handle, "os-start", "ACTIVE");
            case "stop" -> power(handle, "os-stop", "SHUTOFF");
            case "rebuild" -> rebuild(handle, arguments.getOrDefault("image", ""));
            case "console" -> results.put("console", console(handle));
            default ->
                    throw new TelamonException(
                            ErrorCode.UNSUPPORTED,
                            "Servers on OpenStack have no action %s",
                            action);
        }
        return results;
    }

    private void power(Handle handle, String order, String goal) {
        if (goal.equals(show(handle).path("status").asText())) {
            return;
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putNull(order);
        order(handle, order, body);
        long end = System.nanoTime() + patience.toNanos();
        Set<String> over = Set.of(goal, "ERROR");
        for (JsonNode seen = show(handle); !over.contains(seen.path("status").asText()); ) {
            if (System.nanoTime() > end) {
                return;
            }
            pause();
            seen = show(handle);
        }
    }

    private static void pause() {
        try {
            if (new CountDownLatch(1).await(PAUSE_MS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("Nobody counts down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TelamonException(
                    ErrorCode.VIM_TIMEOUT, e, "Interrupted while a server changed its power");
        }
    }

    private void rebuild(Handle handle, String image) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        String from = image.isEmpty() ? show(handle).path("image").path("id").asText() : image;
        body.putObject("rebuild").put("imageRef", from);
        order(handle, "rebuild", body);
    }

    private String console(Handle handle) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("remote_console").put("protocol", "vnc").put("type", "novnc");
        String path = path(handle) + "/remote-consoles";
        Ask ask = Ask.post("Console of server " + handle, Service.COMPUTE, path, body);
        return cloud.call(ask, "remote_console").path("url").asText();
    }

    private void order(Handle handle, String order, ObjectNode body) {
        String what = order + " server " + handle;
        cloud.call(Ask.post(what, Service.COMPUTE, path(handle) + "/action", body));
    }

    private JsonNode show(Handle handle) {
        return cloud.call(
                Ask.get("Look at server " + handle, Service.COMPUTE, path(handle)), "server");
    }

    private static String path(Handle handle) {
        return "/servers/" + Cloud.encode(handle.value());
    }
}

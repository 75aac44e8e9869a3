/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.Handle;
import io.telamon.openstack.Ask;
import io.telamon.openstack.Cloud;
import io.telamon.openstack.Service;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * What can be done to a server. Nova takes the order and works on it; a next order meanwhile is
 * refused, so start and stop wait for the end, not longer than a call may take.
 */
final class ServerActions {
    private static final long PAUSE_MS = 250;
    private static final String VERIFY = "VERIFY_RESIZE";
    private static final String BROKEN = "ERROR";
    private static final Set<String> RESTING = Set.of("ACTIVE", "SHUTOFF");

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
        if (goal.equals(status(show(handle)))) {
            return;
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putNull(order);
        order(handle, order, body);
        reach(handle, seen -> goal.equals(status(seen)));
    }

    /** The server once it is as wanted or broken; as it is when that takes too long. */
    private JsonNode reach(Handle handle, Predicate<JsonNode> wanted) {
        long end = System.nanoTime() + patience.toNanos();
        JsonNode seen = show(handle);
        while (!wanted.test(seen) && !BROKEN.equals(status(seen))) {
            if (System.nanoTime() > end) {
                return seen;
            }
            pause();
            seen = show(handle);
        }
        return seen;
    }

    private static String status(JsonNode server) {
        return server.path("status").asText();
    }

    /** Moves to the flavor and confirms; repeated, it goes on where it stopped. */
    void resize(Handle handle, String flavor) {
        String path = "/flavors/" + Cloud.encode(flavor);
        Ask ask = Ask.get("Look at flavor " + flavor, Service.COMPUTE, path);
        String wanted = cloud.call(ask, "flavor").path("name").asText();
        JsonNode seen = reach(handle, ServerActions::isSettled);
        if (isIdle(seen) && !hasFlavor(seen, wanted)) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.putObject("resize").put("flavorRef", flavor);
            order(handle, "resize", body);
            seen = reach(handle, ServerActions::isSettled);
            if (isIdle(seen) && !hasFlavor(seen, wanted)) {
                throw givenUp(handle);
            }
        }
        if (VERIFY.equals(status(seen))) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.putNull("confirmResize");
            order(handle, "confirmResize", body);
            seen = reach(handle, ServerActions::isIdle);
        }
        if (!RESTING.contains(status(seen)) || !hasFlavor(seen, wanted)) {
            throw unfinished(handle, seen);
        }
    }

    private static boolean isSettled(JsonNode server) {
        return VERIFY.equals(status(server)) || isIdle(server);
    }

    /** True when nova is not at work on it; an order that it took it began at once. */
    private static boolean isIdle(JsonNode server) {
        return RESTING.contains(status(server))
                && server.path("OS-EXT-STS:task_state").asText("").isEmpty();
    }

    /** Nova took the order, found no way and left the server as it was; it tells only an id. */
    private TelamonException givenUp(Handle handle) {
        Ask ask =
                Ask.get(
                        "Actions of server " + handle,
                        Service.COMPUTE,
                        path(handle) + "/os-instance-actions");
        String request = cloud.look(ask, "instanceActions").map(ServerState::guilty).orElse("");
        return new TelamonException(
                ErrorCode.VIM_FAULT,
                "Resize server %s: the cloud gave it up and left the server as it was; mostly no"
                        + " other host has room for the new size [%s]",
                handle,
                request);
    }

    private static boolean hasFlavor(JsonNode server, String name) {
        return server.at("/flavor/original_name").asText().equals(name);
    }

    private static TelamonException unfinished(Handle handle, JsonNode seen) {
        boolean broken = BROKEN.equals(status(seen));
        return new TelamonException(
                broken ? ErrorCode.VIM_FAULT : ErrorCode.VIM_TIMEOUT,
                "Resize server %s: %s",
                handle,
                broken
                        ? seen.at("/fault/message").asText("the server is in state ERROR")
                        : "the server is still in state " + status(seen));
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

    /** Which kind of console a cloud offers shows by trying only. */
    private String console(Handle handle) {
        try {
            return console(handle, "vnc", "novnc");
        } catch (TelamonException e) {
            if (e.code() != ErrorCode.VIM_REJECTED) {
                throw e;
            }
            return console(handle, "spice", "spice-html5");
        }
    }

    private String console(Handle handle, String protocol, String type) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("remote_console").put("protocol", protocol).put("type", type);
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

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceState;
import io.telamon.simkit.Answer;
import io.telamon.simkit.CallFailed;
import io.telamon.simkit.Json;
import io.telamon.simkit.Request;
import io.telamon.simkit.WorldClient;
import io.telamon.vim.simulator.internal.world.Draft;
import io.telamon.vim.simulator.internal.world.ThingView;
import io.telamon.vim.simulator.internal.world.VimWorld.CreateBody;
import io.telamon.vim.simulator.internal.world.VimWorld.Page;
import io.telamon.vim.spi.Created;
import io.telamon.vim.spi.Observation;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The cloud's API in the words of the SPI. Thread-safe when the client is. */
final class WorldCalls {
    private static final int CREATED = 201;
    private static final int NOT_FOUND = 404;

    private final WorldClient client;
    private final UnaryOperator<String> redact;

    /**
     * Calls through a client.
     *
     * @param client the way to the world
     * @param redact takes secrets out of what the cloud says
     */
    WorldCalls(WorldClient client, UnaryOperator<String> redact) {
        this.client = client;
        this.redact = redact;
    }

    Created create(String kind, RequestToken token, Draft draft) {
        String what = "Create " + kind + " " + draft.name();
        Answer answer =
                good(what, Request.of("POST", "/" + kind, new CreateBody(token.value(), draft)));
        Observation seen = observation(parse(what, answer, ThingView.class));
        return answer.status() == CREATED ? new Created.Accepted(seen) : new Created.Present(seen);
    }

    Optional<Observation> find(String kind, RequestToken token) {
        String what = "Find " + kind + " " + token;
        Request request = Request.of("GET", "/" + kind + "?token=" + encode(token.value()));
        return parse(what, good(what, request), Page.class).things().stream()
                .findFirst()
                .map(WorldCalls::observation);
    }

    Observation observe(String kind, Handle handle) {
        String what = "Observe " + kind + " " + handle;
        Answer answer = send(what, Request.of("GET", path(kind, handle)));
        if (answer.status() == NOT_FOUND) {
            return Observation.missing(handle.value());
        }
        return observation(parse(what, checked(what, answer), ThingView.class));
    }

    /** All pages, fetched as the stream is read. */
    Stream<Observation> list(String kind) {
        return Stream.iterate(page(kind, 0), page -> page != null, page -> following(kind, page))
                .flatMap(page -> page.things().stream())
                .map(WorldCalls::observation);
    }

    private Page following(String kind, Page page) {
        return page.next() == 0 ? null : page(kind, page.next());
    }

    private Page page(String kind, long after) {
        String what = "List " + kind;
        return parse(
                what, good(what, Request.of("GET", "/" + kind + "?after=" + after)), Page.class);
    }

    Observation update(String kind, Handle handle, Draft to) {
        String what = "Update " + kind + " " + handle;
        Answer answer = good(what, Request.of("PUT", path(kind, handle), to));
        return observation(parse(what, answer, ThingView.class));
    }

    Observation act(String kind, Handle handle, String action, Map<String, String> arguments) {
        String what = action + " " + kind + " " + handle;
        Answer answer =
                good(
                        what,
                        Request.of("POST", path(kind, handle) + "/" + encode(action), arguments));
        return observation(parse(what, answer, ThingView.class));
    }

    void delete(String kind, Handle handle) {
        String what = "Delete " + kind + " " + handle;
        Answer answer = send(what, Request.of("DELETE", path(kind, handle)));
        if (answer.status() != NOT_FOUND) {
            checked(what, answer);
        }
    }

    JsonNode inventory() {
        String what = "Inventory";
        return parse(what, good(what, Request.of("GET", "/inventory")), JsonNode.class);
    }

    void probe() {
        parse("Probe", good("Probe", Request.of("GET", "")), JsonNode.class);
    }

    private Answer good(String what, Request request) {
        return checked(what, send(what, request));
    }

    private Answer send(String what, Request request) {
        try {
            Answer answer = client.send(request);
            return answer.ok() ? answer : new Answer(answer.status(), redact.apply(answer.body()));
        } catch (CallFailed failed) {
            throw VimFaults.of(what, failed);
        }
    }

    private static Answer checked(String what, Answer answer) {
        if (!answer.ok()) {
            throw VimFaults.of(what, answer);
        }
        return answer;
    }

    private <T> T parse(String what, Answer answer, Class<T> type) {
        try {
            T value = Json.parse(answer.body(), type);
            if (value == null) {
                throw unexpected(what, answer, null);
            }
            return value;
        } catch (IOException e) {
            throw unexpected(what, answer, e);
        }
    }

    private TelamonException unexpected(String what, Answer answer, Throwable cause) {
        return VimFaults.garbage(what, redact.apply(answer.body()), cause);
    }

    private static Observation observation(ThingView view) {
        if (view.id() == null || view.state() == null) {
            throw VimFaults.garbage("Answer", view.toString(), null);
        }
        return new Observation(
                view.id(),
                view.token(),
                ResourceState.valueOf(view.state()),
                view.attributes(),
                view.fault(),
                Duration.ofMillis(view.againMs()));
    }

    private static String path(String kind, Handle handle) {
        return "/" + kind + "/" + encode(handle.value());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.simulator.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceState;
import io.telamon.sdn.spi.ChainObservation;
import io.telamon.sdn.spi.SdnConnection;
import io.telamon.sdn.spi.SdnSession;
import io.telamon.simkit.Answer;
import io.telamon.simkit.CallFailed;
import io.telamon.simkit.Json;
import io.telamon.simkit.Request;
import io.telamon.simkit.WorldClient;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One controller: its API in the words of the SPI. */
final class SimulatorSession implements SdnSession {
    private static final int NOT_FOUND = 404;
    private static final Duration SETTLE = Duration.ofMillis(500);

    private final SdnConnection connection;
    private final WorldClient client;

    SimulatorSession(SdnConnection connection, WorldClient client) {
        this.connection = connection;
        this.client = client;
    }

    @Override
    public Optional<String> probe() {
        try {
            parse("Probe", good("Probe", Request.of("GET", "")), JsonNode.class);
            return Optional.empty();
        } catch (TelamonException e) {
            return Optional.of(e.getMessage());
        }
    }

    @Override
    public Identity identity() {
        return new Identity(Identity.Kind.TAG, SETTLE);
    }

    @Override
    public ChainObservation create(ChainSpec chain, RequestToken token) {
        String what = "Create chain " + chain.name();
        ChainWorld.CreateBody body = new ChainWorld.CreateBody(token.value(), draft(chain));
        return seen(what, good(what, Request.of("POST", "/chain", body)));
    }

    private static Chain.Draft draft(ChainSpec spec) {
        return new Chain.Draft(
                spec.name(),
                spec.hops().stream()
                        .map(
                                hop ->
                                        new Chain.Hop(
                                                hop.position(),
                                                hop.ingress().text(),
                                                hop.egress().text()))
                        .toList(),
                spec.classifiers().stream()
                        .map(
                                rule ->
                                        new Chain.Classifier(
                                                rule.name(), rule.source().text(), rule.match()))
                        .toList(),
                spec.symmetric());
    }

    @Override
    public Optional<ChainObservation> find(RequestToken token) {
        String what = "Find chain " + token;
        Request request = Request.of("GET", "/chain?token=" + encode(token.value()));
        return parse(what, good(what, request), ChainWorld.Page.class).things().stream()
                .findFirst()
                .map(SimulatorSession::observation);
    }

    @Override
    public ChainObservation observe(Handle handle) {
        String what = "Observe chain " + handle;
        Answer answer = send(what, Request.of("GET", path(handle)));
        if (answer.status() == NOT_FOUND) {
            return new ChainObservation(handle.value(), "", ResourceState.MISSING, Map.of());
        }
        return seen(what, checked(what, answer));
    }

    @Override
    public Stream<ChainObservation> list() {
        Answer answer = good("List chains", Request.of("GET", "/chain"));
        return parse("List chains", answer, ChainWorld.Page.class).things().stream()
                .map(SimulatorSession::observation);
    }

    @Override
    public ChainObservation update(Handle handle, ChainSpec to) {
        String what = "Update chain " + handle;
        return seen(what, good(what, Request.of("PUT", path(handle), draft(to))));
    }

    @Override
    public void delete(Handle handle) {
        String what = "Delete chain " + handle;
        Answer answer = send(what, Request.of("DELETE", path(handle)));
        if (answer.status() != NOT_FOUND) {
            checked(what, answer);
        }
    }

    private Answer good(String what, Request request) {
        return checked(what, send(what, request));
    }

    private Answer send(String what, Request request) {
        try {
            Answer answer = client.send(request);
            return new Answer(answer.status(), redacted(answer.body()));
        } catch (CallFailed failed) {
            throw SdnFaults.of(what, failed);
        }
    }

    private String redacted(String text) {
        String secret = connection.secret();
        return secret == null || secret.isEmpty() ? text : text.replace(secret, "***");
    }

    private static Answer checked(String what, Answer answer) {
        if (!answer.ok()) {
            throw SdnFaults.of(what, answer);
        }
        return answer;
    }

    private static ChainObservation seen(String what, Answer answer) {
        return observation(parse(what, answer, ChainView.class));
    }

    private static <T> T parse(String what, Answer answer, Class<T> type) {
        try {
            T value = Json.parse(answer.body(), type);
            if (value == null) {
                throw SdnFaults.garbage(what, answer.body(), null);
            }
            return value;
        } catch (IOException e) {
            throw SdnFaults.garbage(what, answer.body(), e);
        }
    }

    private static ChainObservation observation(ChainView view) {
        if (view.id() == null || view.state() == null) {
            throw SdnFaults.garbage("Answer", view.toString(), null);
        }
        return new ChainObservation(
                view.id(),
                view.token(),
                ResourceState.valueOf(view.state()),
                Map.of(
                        "fault", view.fault(),
                        "hops", Integer.toString(view.draft().hops().size()),
                        "classifiers", Integer.toString(view.draft().classifiers().size())));
    }

    private static String path(Handle handle) {
        return "/chain/" + encode(handle.value());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }

    @Override
    public String toString() {
        return "SimulatorSession[" + connection + "]";
    }
}

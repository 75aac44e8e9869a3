/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All functions of an OpenFaaS gateway. Calls go to {@code function/NAME}; the functions to be
 * announced are asked for now and then. All share the same few connections.
 */
public final class HttpGateway implements FunctionSource {
    private static final Logger LOG = LoggerFactory.getLogger(HttpGateway.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Duration PERIOD = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI gateway;
    private final HttpClient client;
    private final PooledRunner runner;
    private final Settings settings;
    private final Runnable changed;
    private final ScheduledFuture<?> poll;
    private volatile List<String> names = List.of();
    private volatile boolean reached = true;

    /**
     * How the gateway is used.
     *
     * @param clients calls at once
     * @param maxOutput bytes of an answer
     * @param authorization value of the header of this name; empty: none
     */
    public record Settings(
            URI gateway,
            int clients,
            PooledRunner.Limits limits,
            int maxOutput,
            String authorization) {
        private Map<String, String> headers() {
            return authorization.isEmpty() ? Map.of() : Map.of("Authorization", authorization);
        }
    }

    /** Begins to ask the gateway for its functions; {@code changed} runs when they change. */
    public HttpGateway(
            Settings settings,
            HttpClient client,
            ScheduledExecutorService timer,
            Runnable changed) {
        String text = settings.gateway().toString();
        this.gateway = URI.create(text.endsWith("/") ? text : text + "/");
        this.client = client;
        this.settings = settings;
        this.changed = changed;
        HttpFunction body =
                new HttpFunction(
                        client,
                        new HttpFunction.Target(
                                name -> gateway.resolve("function/" + name),
                                settings.headers(),
                                settings.limits().time(),
                                settings.maxOutput()));
        Offer offer = Offer.of("http-gateway", settings.clients());
        this.runner = new PooledRunner(offer, settings.limits(), body, timer);
        this.poll =
                timer.scheduleWithFixedDelay(
                        this::ask, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public List<Offer> offers() {
        return names.stream()
                .map(name -> new Offer(name, name, "http-gateway", settings.clients()))
                .toList();
    }

    /** Any name may be called, also one that the gateway does not list. */
    @Override
    public Optional<Runner> find(String lambda) {
        return NAME.matcher(lambda).matches() ? Optional.of(runner) : Optional.empty();
    }

    @Override
    public Map<String, Double> busy() {
        return Map.of("http-gateway", runner.busy());
    }

    @Override
    public void close() {
        poll.cancel(false);
        runner.close();
    }

    private void ask() {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.resolve("system/functions"))
                        .timeout(PERIOD)
                        .header("Accept", "application/json");
        settings.headers().forEach(request::setHeader);
        client.sendAsync(request.build(), BodyHandlers.ofString())
                .thenAccept(response -> learn(response.statusCode(), response.body()))
                .exceptionally(
                        error -> {
                            silent(error.getMessage());
                            return null;
                        });
    }

    private void learn(int status, String body) {
        if (status != 200) {
            silent("HTTP " + status);
            return;
        }
        try {
            List<String> found =
                    StreamSupport.stream(JSON.readTree(body).spliterator(), false)
                            .map(each -> each.path("name"))
                            .filter(JsonNode::isTextual)
                            .map(JsonNode::asText)
                            .filter(NAME.asMatchPredicate())
                            .sorted()
                            .toList();
            reached = true;
            if (!found.equals(names)) {
                LOG.info("Gateway {} has the functions {}", gateway, found);
                names = found;
                changed.run();
            }
        } catch (IOException e) {
            silent(e.getMessage());
        }
    }

    /** What was announced stays: the calls will tell. */
    private void silent(String why) {
        if (reached) {
            LOG.warn("Gateway {} does not list its functions: {}", gateway, why);
        }
        reached = false;
    }
}

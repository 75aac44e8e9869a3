/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.http.CallFailed;
import io.telamon.http.Transport;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openstack4j.core.transport.HttpMethod;
import org.openstack4j.core.transport.HttpRequest;
import org.openstack4j.core.transport.internal.HttpExecutor;
import org.openstack4j.openstack.identity.v3.domain.KeystoneToken;

/**
 * The calls of one session: token, catalogue, JSON in and out, errors in Telamon's words. Goes
 * through openstack4j's requests, not through its service classes: those keep the session in a
 * thread-local that nobody can clear, and answer null or an empty list for some errors.
 */
public final class Cloud implements AutoCloseable {
    private static final int PAGE = 500;
    private static final int UNAUTHORIZED = 401;

    private final Transport transport;
    private final Credential credential;
    private final AccountSettings settings;
    private final String keystone;
    private final Tokens tokens;

    /**
     * The calls of a new session; does no I/O.
     *
     * @param endpoint address of keystone
     * @param secret what the setting {@code auth} says it is
     * @param callTimeout deadline of each call
     * @param settings of the account
     */
    public Cloud(String endpoint, String secret, Duration callTimeout, AccountSettings settings) {
        this.settings = settings;
        this.transport = new Transport(settings.trust(), callTimeout);
        this.credential = new Credential(settings, secret);
        this.keystone = keystone(endpoint);
        this.tokens = new Tokens(this::login, callTimeout);
    }

    /** The address with the version, whichever of its forms a person typed. */
    static String keystone(String endpoint) {
        String base = endpoint.strip().replaceAll("/+$", "");
        return base.endsWith("/v3") ? base : base + "/v3";
    }

    /** Logs in if that was not done; the token is for reading the project and the catalogue. */
    public KeystoneToken token() {
        return tokens.get();
    }

    /** Id of the account's project. */
    public String project() {
        KeystoneToken token = tokens.get();
        if (token.getProject() == null) {
            throw new TelamonException(
                    ErrorCode.VIM_REJECTED,
                    "The token is for no project; name one in the setting project");
        }
        return token.getProject().getId();
    }

    private KeystoneToken login() {
        String what = "Log in at " + keystone;
        HttpRequest<Void> request =
                carried(HttpRequest.builder(Void.class), null)
                        .endpoint(keystone)
                        .path("/auth/tokens")
                        .method(HttpMethod.POST)
                        .json(credential.request().toString())
                        .build();
        Answer answer = execute(what, request, "");
        check(what, answer, "");
        String id = answer.header("X-Subject-Token");
        KeystoneToken token = parse(what, answer, KeystoneToken.class, "");
        if (id == null || token == null) {
            throw Faults.garbage(what, redact(answer.text(), ""));
        }
        token.setId(id);
        return token;
    }

    /** The whole answer of a call. */
    public JsonNode call(Ask ask) {
        KeystoneToken token = tokens.get();
        Answer answer = send(ask, token);
        if (answer.getStatus() == UNAUTHORIZED && ask.content() == null) {
            token = tokens.renew(token);
            answer = send(ask, token);
        }
        check(ask.what(), answer, token.getId());
        if (answer.text().isBlank()) {
            return MissingNode.getInstance();
        }
        return parse(ask.what(), answer, JsonNode.class, token.getId());
    }

    /** One field of the answer, which must be there. */
    public JsonNode call(Ask ask, String field) {
        return field(ask, call(ask), field);
    }

    private static JsonNode field(Ask ask, JsonNode answer, String field) {
        if (!answer.has(field)) {
            throw Faults.garbage(ask.what(), answer.toString());
        }
        return answer.get(field);
    }

    /** The same; empty when the cloud does not know the thing. */
    public Optional<JsonNode> look(Ask ask, String field) {
        return lookAll(ask).map(answer -> field(ask, answer, field));
    }

    /** The whole answer; empty when the cloud does not know the thing. */
    public Optional<JsonNode> lookAll(Ask ask) {
        try {
            return Optional.of(call(ask));
        } catch (TelamonException e) {
            if (e.code() == ErrorCode.VIM_NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Deletes; false when it was gone already. */
    public boolean remove(Ask ask) {
        return lookAll(ask).isPresent();
    }

    /** All pages of a list. */
    public List<JsonNode> list(Ask ask, String field) {
        List<JsonNode> all = new ArrayList<>();
        String marker = "";
        while (true) {
            Ask page = ask.query("limit", Integer.toString(PAGE));
            JsonNode things = call(marker.isEmpty() ? page : page.query("marker", marker), field);
            things.forEach(all::add);
            String last = things.isEmpty() ? "" : all.get(all.size() - 1).path("id").asText();
            if (things.size() < PAGE || last.equals(marker)) {
                return all;
            }
            marker = last;
        }
    }

    /** Where a service is; empty when the catalogue does not have it. */
    public Optional<String> endpoint(Service service) {
        return Catalogue.endpoint(tokens.get(), service, settings);
    }

    private Answer send(Ask ask, KeystoneToken token) {
        Service service = ask.target().service();
        String endpoint =
                Catalogue.endpoint(token, service, settings)
                        .orElseThrow(
                                () ->
                                        new TelamonException(
                                                ErrorCode.UNSUPPORTED,
                                                "%s: the cloud's catalogue has no %s service%s",
                                                ask.what(),
                                                service.type(),
                                                Catalogue.hint(settings)));
        HttpRequest.RequestBuilder<Void> request =
                carried(HttpRequest.builder(Void.class), ask)
                        .endpoint(endpoint)
                        .path(ask.target().path() + query(ask))
                        .method(ask.target().method())
                        .headers(service.headers())
                        .header("X-Auth-Token", token.getId());
        if (ask.body() != null) {
            request.json(ask.body().toString());
        }
        if (ask.content() != null) {
            request.contentType("application/octet-stream");
        }
        return execute(ask.what(), request.build(), token.getId());
    }

    private <R> HttpRequest.RequestBuilder<R> carried(
            HttpRequest.RequestBuilder<R> request, Ask ask) {
        return Connector.carry(
                request, new Connector.Carrier(transport, ask == null ? null : ask.content()));
    }

    private static String query(Ask ask) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ask.query().size(); i += 2) {
            text.append(i == 0 ? '?' : '&').append(encode(ask.query().get(i)));
            text.append('=').append(encode(ask.query().get(i + 1)));
        }
        return text.toString();
    }

    /** A part of a path or query. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Answer execute(String what, HttpRequest<?> request, String token) {
        try {
            return (Answer) HttpExecutor.create().execute(request);
        } catch (CallFailed failed) {
            throw Faults.of(what, failed, redact(failed.getMessage(), token));
        }
    }

    private void check(String what, Answer answer, String token) {
        if (answer.getStatus() < 200 || answer.getStatus() >= 300) {
            throw Faults.of(what, answer.getStatus(), redact(answer.text(), token), answer);
        }
    }

    private <T> T parse(String what, Answer answer, Class<T> type, String token) {
        try {
            return answer.readEntity(type);
        } catch (CallFailed garbage) {
            throw Faults.garbage(what, redact(garbage.getMessage(), token));
        }
    }

    private String redact(String text, String token) {
        String clean = credential.redact(text);
        return token.isEmpty() ? clean : clean.replace(token, "***");
    }

    @Override
    public void close() {
        transport.close();
    }
}

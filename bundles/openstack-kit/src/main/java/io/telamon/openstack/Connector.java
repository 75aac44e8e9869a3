/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.openstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.telamon.http.CallFailed;
import io.telamon.http.Content;
import io.telamon.http.Outgoing;
import io.telamon.http.Transport;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.openstack4j.core.transport.HttpExecutorService;
import org.openstack4j.core.transport.HttpRequest;
import org.openstack4j.core.transport.HttpResponse;
import org.openstack4j.core.transport.ObjectMapperSingleton;

/**
 * How openstack4j reaches the network. The library makes one of these and keeps it for ever, so it
 * holds nothing: each request brings the transport of its session along, as a header that is not
 * sent.
 */
public final class Connector implements HttpExecutorService {
    private static final String CARRIER = "telamon-carrier";

    /** What a request brings along. */
    record Carrier(Transport transport, Content content) {}

    /** Adds the carrier to a request. */
    static <R> HttpRequest.RequestBuilder<R> carry(
            HttpRequest.RequestBuilder<R> request, Carrier carrier) {
        return request.header(CARRIER, carrier);
    }

    @Override
    public <R> HttpResponse execute(HttpRequest<R> request) {
        if (!(request.getHeaders().get(CARRIER) instanceof Carrier carrier)) {
            throw new IllegalStateException("A request without a session: " + request.getUrl());
        }
        Map<String, String> headers = new HashMap<>();
        request.getHeaders().forEach((name, value) -> headers.put(name, String.valueOf(value)));
        headers.remove(CARRIER);
        headers.putIfAbsent("Accept", "*/*");
        byte[] body = body(request);
        if (body.length > 0 || carrier.content() != null) {
            headers.put("Content-Type", request.getContentType());
        }
        Outgoing outgoing =
                new Outgoing(
                        request.getMethod().name(),
                        Transport.address(request.getUrl()),
                        headers,
                        body,
                        carrier.content());
        return new Answer(carrier.transport().send(outgoing));
    }

    private static byte[] body(HttpRequest<?> request) {
        if (request.hasJson()) {
            return request.getJson().getBytes(StandardCharsets.UTF_8);
        }
        Object entity = request.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        try {
            return ObjectMapperSingleton.getContext(entity.getClass()).writeValueAsBytes(entity);
        } catch (JsonProcessingException e) {
            throw new CallFailed(CallFailed.Kind.CONTENT, "not to be written as JSON: " + e, e);
        }
    }

    @Override
    public String getExecutorDisplayName() {
        return "Telamon";
    }
}

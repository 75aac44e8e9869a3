/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.openstack;

import io.telamon.http.CallFailed;
import io.telamon.http.Incoming;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.openstack4j.core.transport.ExecutionOptions;
import org.openstack4j.core.transport.HttpEntityHandler;
import org.openstack4j.core.transport.HttpResponse;
import org.openstack4j.core.transport.ObjectMapperSingleton;

/** An answer that was read to its end; holds no connection. */
final class Answer implements HttpResponse {
    private final Incoming incoming;

    Answer(Incoming incoming) {
        this.incoming = incoming;
    }

    /** The body as text. */
    String text() {
        return new String(incoming.body(), StandardCharsets.UTF_8);
    }

    @Override
    public <T> T getEntity(Class<T> type) {
        return getEntity(type, null);
    }

    @Override
    public <T> T getEntity(Class<T> type, ExecutionOptions<T> options) {
        return HttpEntityHandler.handle(this, type, options, true);
    }

    @Override
    public <T> T readEntity(Class<T> type) {
        try {
            return ObjectMapperSingleton.getContext(type).readValue(incoming.body(), type);
        } catch (IOException e) {
            throw new CallFailed(CallFailed.Kind.GARBAGE, text(), e);
        }
    }

    @Override
    public int getStatus() {
        return incoming.status();
    }

    @Override
    public String getContentType() {
        return incoming.header("Content-Type");
    }

    @Override
    public String getStatusMessage() {
        return incoming.reason();
    }

    @Override
    public InputStream getInputStream() {
        return new ByteArrayInputStream(incoming.body());
    }

    @Override
    public String header(String name) {
        return incoming.headers().get(name);
    }

    @Override
    public Map<String, String> headers() {
        return incoming.headers();
    }

    @Override
    public void close() {
        // nothing is open
    }
}

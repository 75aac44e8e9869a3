/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.function;

import io.telamon.edge.computer.internal.function.RefusedException.Reason;
import io.telamon.edge.spi.FunctionException;
import io.telamon.edge.spi.FunctionInput;
import io.telamon.edge.spi.FunctionOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/**
 * A function behind HTTP: the input is POSTed, the body of the answer is the output. This is what
 * OpenFaaS and Knative understand.
 */
final class HttpFunction implements PooledRunner.Body {
    private final HttpClient client;
    private final Function<String, URI> address;
    private final Map<String, String> headers;
    private final Duration time;
    private final int maxOutput;

    /**
     * What is called.
     *
     * @param address where a function is, by its name
     * @param time longest time of a call
     * @param maxOutput bytes of an answer
     */
    record Target(
            Function<String, URI> address,
            Map<String, String> headers,
            Duration time,
            int maxOutput) {}

    HttpFunction(HttpClient client, Target target) {
        this.client = client;
        this.address = target.address();
        this.headers = target.headers();
        this.time = target.time();
        this.maxOutput = target.maxOutput();
    }

    @Override
    public FunctionOutput call(FunctionInput input, Stop stop)
            throws FunctionException, RefusedException, InterruptedException {
        HttpRequest request = request(input);
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                stop.also(() -> closed(body));
                byte[] bytes = body.readNBytes(maxOutput + 1);
                check(response.statusCode(), bytes);
                return FunctionJson.raw(bytes);
            }
        } catch (ConnectException e) {
            throw new RefusedException(
                    Reason.BUSY, "Nothing listens at " + request.uri().getAuthority());
        } catch (IOException e) {
            throw new FunctionException(
                    FunctionException.Reason.FAILED,
                    "%s broke off: %s".formatted(request.uri(), Texts.brief(e.toString())),
                    e);
        }
    }

    private HttpRequest request(FunctionInput input) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.apply(input.function())).timeout(time);
        byte[] data = input.data();
        boolean binary = input.text().isEmpty() && data.length > 0;
        BodyPublisher body =
                binary ? BodyPublishers.ofByteArray(data) : BodyPublishers.ofString(input.text());
        request.header("Content-Type", binary ? "application/octet-stream" : type(input.text()));
        headers.forEach(request::setHeader);
        return request.POST(body).build();
    }

    private static String type(String text) {
        return text.startsWith("{") || text.startsWith("[")
                ? "application/json"
                : "text/plain; charset=utf-8";
    }

    private void check(int status, byte[] body) throws FunctionException, RefusedException {
        if (status == 429 || status == 503) {
            throw new RefusedException(Reason.BUSY, "HTTP " + status);
        }
        if (status == 404) {
            throw new RefusedException(Reason.UNKNOWN, "HTTP 404");
        }
        if (status / 100 != 2) {
            String text = Texts.decoded(body).map(Texts::brief).orElse("");
            throw new FunctionException(
                    FunctionException.Reason.FAILED, "HTTP %d: %s".formatted(status, text));
        }
        if (body.length > maxOutput) {
            throw new FunctionException(
                    FunctionException.Reason.TOO_LARGE,
                    "The answer is longer than %d bytes".formatted(maxOutput));
        }
    }

    private static void closed(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

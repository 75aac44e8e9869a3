/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** One connection speaking HTTP/1.1. One thread uses it at a time; any thread may close it. */
final class Line implements AutoCloseable {
    private static final int MAX_LINE = 16 * 1024;
    private static final int MAX_HEADERS = 200;
    private static final int MAX_BODY = 64 * 1024 * 1024;
    private static final int CHUNK = 64 * 1024;
    private static final byte[] END = {'\r', '\n'};

    private final DeadlineSocket socket;
    private InputStream in;
    private OutputStream out;
    private boolean reusable;
    private boolean answering;

    Line() throws IOException {
        socket = DeadlineSocket.create();
    }

    void connect(URI address, Trust trust, Duration deadline) throws IOException {
        socket.within(deadline);
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        InetSocketAddress target = new InetSocketAddress(address.getHost(), port(address));
        if (target.isUnresolved()) {
            throw new java.net.UnknownHostException(address.getHost());
        }
        socket.connect(target);
        Socket layer = secure ? tls(address, trust) : socket;
        in = new BufferedInputStream(layer.getInputStream(), CHUNK);
        out = new BufferedOutputStream(layer.getOutputStream(), CHUNK);
    }

    private SSLSocket tls(URI address, Trust trust) throws IOException {
        SSLSocket layer =
                (SSLSocket)
                        trust.context()
                                .getSocketFactory()
                                .createSocket(socket, address.getHost(), port(address), true);
        if (trust.checksNames()) {
            SSLParameters parameters = layer.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            layer.setSSLParameters(parameters);
        }
        layer.startHandshake();
        return layer;
    }

    private static int port(URI address) {
        int standard = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
        return address.getPort() < 0 ? standard : address.getPort();
    }

    /** True when another request may follow on this connection. */
    boolean isReusable() {
        return reusable && socket.isQuiet();
    }

    /** True once the first byte of an answer to the current request was seen. */
    boolean isAnswering() {
        return answering;
    }

    Incoming exchange(Outgoing request, Duration deadline) throws IOException {
        reusable = false;
        answering = false;
        socket.within(deadline);
        writeHead(request);
        writeBody(request, deadline);
        out.flush();
        return read(request);
    }

    private void writeHead(Outgoing request) throws IOException {
        URI address = request.address();
        String target =
                (address.getRawPath().isEmpty() ? "/" : address.getRawPath())
                        + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        StringBuilder head = new StringBuilder();
        head.append(request.method()).append(' ').append(target).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(address.getRawAuthority()).append("\r\n");
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            if ((header.getKey() + header.getValue()).chars().anyMatch(c -> c < ' ')) {
                throw new CallFailed(
                        CallFailed.Kind.ADDRESS, "A header holds a control character", null);
            }
            head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
        }
        length(request).ifPresent(field -> head.append(field).append("\r\n"));
        head.append("\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Optional<String> length(Outgoing request) {
        if (request.content() != null) {
            long size = request.content().size();
            return Optional.of(size < 0 ? "Transfer-Encoding: chunked" : "Content-Length: " + size);
        }
        return request.isReading() && request.body().length == 0
                ? Optional.empty()
                : Optional.of("Content-Length: " + request.body().length);
    }

    private void writeBody(Outgoing request, Duration deadline) throws IOException {
        if (request.content() == null) {
            out.write(request.body());
            return;
        }
        boolean chunked = request.content().size() < 0;
        byte[] buffer = new byte[CHUNK];
        try (InputStream source = open(request.content())) {
            for (int read = fill(source, buffer); read >= 0; read = fill(source, buffer)) {
                // a long upload is no hang as long as it moves
                socket.within(deadline);
                writePiece(buffer, read, chunked);
            }
        }
        if (chunked) {
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        socket.within(deadline);
    }

    private static InputStream open(Content content) {
        try {
            return content.source().open();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static int fill(InputStream source, byte[] buffer) {
        try {
            return source.read(buffer);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static CallFailed unreadable(IOException e) {
        return new CallFailed(CallFailed.Kind.CONTENT, "the content cannot be read: " + e, e);
    }

    private void writePiece(byte[] buffer, int length, boolean chunked) throws IOException {
        if (chunked && length > 0) {
            out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        out.write(buffer, 0, length);
        if (chunked && length > 0) {
            out.write(END);
        }
    }

    private Incoming read(Outgoing request) throws IOException {
        while (true) {
            String[] start = statusLine();
            int status = Integer.parseInt(start[1]);
            Map<String, String> headers = headers();
            if (status >= 200) {
                boolean empty = "HEAD".equals(request.method()) || status == 204 || status == 304;
                byte[] body = empty ? new byte[0] : body(headers);
                reusable = start[0].equals("HTTP/1.1") && staysOpen(headers, empty);
                return new Incoming(status, start.length > 2 ? start[2] : "", headers, body);
            }
        }
    }

    private static boolean staysOpen(Map<String, String> headers, boolean empty) {
        boolean bounded =
                empty
                        || headers.containsKey("content-length")
                        || headers.containsKey("transfer-encoding");
        return bounded && !"close".equalsIgnoreCase(headers.get("connection"));
    }

    private String[] statusLine() throws IOException {
        String line = line();
        if (!line.matches("HTTP/1\\.[01] [1-5]\\d\\d( .*)?")) {
            throw new CallFailed(CallFailed.Kind.GARBAGE, "not HTTP: " + line, null);
        }
        return line.split(" ", 3);
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (int count = 0; count < MAX_HEADERS; count++) {
            String line = line();
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        throw new CallFailed(CallFailed.Kind.GARBAGE, "too many headers", null);
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) {
            return chunks();
        }
        String length = headers.get("content-length");
        if (length == null) {
            return upTo(MAX_BODY);
        }
        return exactly(number(length, 10));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (true) {
            int size = number(line().split(";", 2)[0].strip(), 16);
            if (size == 0) {
                headers();
                return all.toByteArray();
            }
            if (all.size() + size > MAX_BODY) {
                throw tooLong();
            }
            all.write(exactly(size));
            line();
        }
    }

    private static int number(String text, int radix) {
        try {
            int number = Integer.parseInt(text, radix);
            if (number >= 0 && number <= MAX_BODY) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new CallFailed(CallFailed.Kind.GARBAGE, "not a length: " + text, e);
        }
        throw tooLong();
    }

    private static CallFailed tooLong() {
        return new CallFailed(CallFailed.Kind.GARBAGE, "an answer beyond " + MAX_BODY, null);
    }

    private byte[] exactly(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("the connection ended inside the answer");
        }
        return bytes;
    }

    private byte[] upTo(int most) throws IOException {
        byte[] bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
            throw tooLong();
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int letter = in.read(); letter != '\n'; letter = in.read()) {
            if (letter < 0) {
                throw new EOFException("the connection ended before the answer");
            }
            answering = true;
            if (line.size() >= MAX_LINE) {
                throw new CallFailed(CallFailed.Kind.GARBAGE, "a line too long", null);
            }
            line.write(letter);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            reusable = false;
        }
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.kit;

import io.grpc.CallCredentials;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Who may talk to a role, on every port the same: anybody (plain), or who shows a certificate of
 * our authority and, when there is a token, the token too.
 */
public final class Guard {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final Optional<Tls> tls;
    private final Optional<String> token;

    private Guard(Optional<Tls> tls, Optional<String> token) {
        this.tls = tls;
        this.token = token;
    }

    /** Lets anybody in. */
    public static Guard open() {
        return new Guard(Optional.empty(), Optional.empty());
    }

    /** Mutual TLS, and a token unless it is empty. */
    public static Guard mutual(Tls tls, String token) {
        return new Guard(
                Optional.of(tls),
                token.isBlank() ? Optional.empty() : Optional.of("Bearer " + token.strip()));
    }

    /**
     * As the switch and the environment say: off means open; on means mutual TLS with {@link
     * Tls#from}, and the token of the file TOKEN_FILE (default: {@code token} beside the
     * certificates, none when it is not there).
     */
    public static Guard from(boolean secure, Map<String, String> environment) throws IOException {
        if (!secure) {
            return open();
        }
        Tls tls = Tls.from(environment);
        String named = environment.get("TOKEN_FILE");
        Path file = tls.folder().resolve(named == null ? "token" : named);
        boolean wanted = named != null || Files.exists(file);
        return mutual(tls, wanted ? Files.readString(file) : "");
    }

    /** Whether strangers are kept out. */
    public boolean secure() {
        return tls.isPresent();
    }

    Optional<Tls> tls() {
        return tls;
    }

    /** Refuses calls without the token; empty when there is none to ask for. */
    Optional<ServerInterceptor> interceptor() {
        return token.map(TokenCheck::new);
    }

    /** Shows the token on each call; empty when there is none to show. */
    public Optional<CallCredentials> credentials() {
        return token.map(TokenShow::new);
    }

    /** Compares in constant time. */
    private record TokenCheck(byte[] expected) implements ServerInterceptor {
        TokenCheck(String expected) {
            this(expected.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            String shown = headers.get(AUTHORIZATION);
            if (shown != null
                    && MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), expected)) {
                return next.startCall(call, headers);
            }
            call.close(
                    Status.UNAUTHENTICATED.withDescription("this port wants a token"),
                    new Metadata());
            return new ServerCall.Listener<>() {};
        }
    }

    /** The token travels in the header authorization. */
    private static final class TokenShow extends CallCredentials {
        private final String token;

        TokenShow(String token) {
            this.token = token;
        }

        @Override
        public void applyRequestMetadata(
                RequestInfo info, Executor executor, MetadataApplier applier) {
            Metadata headers = new Metadata();
            headers.put(AUTHORIZATION, token);
            applier.apply(headers);
        }
    }
}

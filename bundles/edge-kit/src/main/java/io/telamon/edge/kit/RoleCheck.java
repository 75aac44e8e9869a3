/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.kit;

import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * Refuses callers in the wrong role: those whose certificate names roles ({@code
 * OU=telamon-computer} in its subject) and none that may call this port. A certificate without a
 * role may call every port, and so may an operator.
 */
record RoleCheck(Set<String> callers) implements ServerInterceptor {
    private static final Pattern ROLE =
            Pattern.compile("(?:^|(?<!\\\\)[,+])OU=telamon-([a-z]+)(?=$|[,+])");
    private static final String OPERATOR = "operator";

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        Set<String> named = roles(call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION));
        if (mayCall(named)) {
            return next.startCall(call, headers);
        }
        call.close(
                Status.PERMISSION_DENIED.withDescription(
                        "this port is not for the role " + String.join(", ", named)),
                new Metadata());
        return new ServerCall.Listener<>() {};
    }

    private boolean mayCall(Set<String> named) {
        return named.isEmpty()
                || named.contains(OPERATOR)
                || named.stream().anyMatch(callers::contains);
    }

    private static Set<String> roles(SSLSession session) {
        try {
            if (session != null
                    && session.getPeerCertificates()[0] instanceof X509Certificate shown) {
                return roles(shown.getSubjectX500Principal().getName());
            }
        } catch (SSLPeerUnverifiedException e) {
            // whoever must show a certificate is refused before
            return Set.of();
        }
        return Set.of();
    }

    /** The roles that a subject names, as RFC 2253 writes it. */
    static Set<String> roles(String subject) {
        Set<String> roles = new TreeSet<>();
        Matcher matcher = ROLE.matcher(subject);
        while (matcher.find()) {
            roles.add(matcher.group(1));
        }
        return roles;
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.kit;

import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Mutual TLS from files: ca.crt, server.crt, server.key, client.crt and client.key of one folder
 * (variable CERT_DIR, else the working folder). The variables CA_CRT, SERVER_CRT, SERVER_KEY,
 * CLIENT_CRT and CLIENT_KEY give other names. Keys are PEM in PKCS#8.
 */
public final class Tls {
    private final Path folder;
    private final Map<String, String> environment;

    public Tls(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
    }

    /** Files as the environment has them. */
    public static Tls from(Map<String, String> environment) {
        return new Tls(Path.of(environment.getOrDefault("CERT_DIR", ".")), environment);
    }

    /** Where the files are. */
    public Path folder() {
        return folder;
    }

    /** For a server that wants a certificate of ours from everybody. */
    SslContext server() throws IOException {
        return GrpcSslContexts.forServer(
                        file("SERVER_CRT", "server.crt"), file("SERVER_KEY", "server.key"))
                .trustManager(file("CA_CRT", "ca.crt"))
                .clientAuth(ClientAuth.REQUIRE)
                .build();
    }

    /** For a caller that shows its certificate and believes only our authority. */
    SslContext client() throws IOException {
        return GrpcSslContexts.forClient()
                .trustManager(file("CA_CRT", "ca.crt"))
                .keyManager(file("CLIENT_CRT", "client.crt"), file("CLIENT_KEY", "client.key"))
                .build();
    }

    private java.io.File file(String variable, String name) throws IOException {
        Path path = folder.resolve(environment.getOrDefault(variable, name));
        if (!Files.isReadable(path)) {
            throw new IOException(
                    "TLS wants the file " + path + " (" + variable + "), which cannot be read");
        }
        return path.toFile();
    }
}

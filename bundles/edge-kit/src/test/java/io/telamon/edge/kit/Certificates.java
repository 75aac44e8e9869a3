/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.kit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Makes the files of {@link Tls} in a folder: a server and a client that believe each other. */
public final class Certificates {
    private static final String PASSWORD = "changeit";

    private Certificates() {}

    /** ca.crt, server.crt, server.key, client.crt, client.key; valid for 127.0.0.1. */
    public static void make(Path folder) throws IOException, GeneralSecurityException {
        make(folder, "");
    }

    /** The same; the client's certificate names a role. */
    public static void make(Path folder, String role) throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        String unit = role.isEmpty() ? "" : ",OU=telamon-" + role;
        String both = one(folder, "server", "") + one(folder, "client", unit);
        Files.writeString(folder.resolve("ca.crt"), both);
    }

    private static String one(Path folder, String name, String unit)
            throws IOException, GeneralSecurityException {
        Path store = folder.resolve(name + ".p12");
        String where = "-keystore|" + store + "|-storetype|PKCS12|-alias|a|-storepass|" + PASSWORD;
        keytool(
                "-genkeypair|-keyalg|EC|-dname|CN="
                        + name
                        + unit
                        + "|-ext|san=ip:127.0.0.1,dns:localhost",
                where);
        Path certificate = folder.resolve(name + ".crt");
        keytool("-exportcert|-rfc|-file|" + certificate, where);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        Key key = keys.getKey("a", PASSWORD.toCharArray());
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        Files.writeString(
                folder.resolve(name + ".key"),
                "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
        return Files.readString(certificate);
    }

    private static void keytool(String what, String where) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(what.split("\\|")));
        command.addAll(List.of(where.split("\\|")));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IOException(said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}

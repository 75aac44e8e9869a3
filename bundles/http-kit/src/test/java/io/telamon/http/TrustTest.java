/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An https cloud is believed when its certificate is, and its deadline holds under TLS as well. */
class TrustTest {
    private static final String PASSWORD = "changeit";

    @TempDir static Path folder;

    private static SSLContext server(String name) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    @BeforeAll
    static void makeCertificates() throws Exception {
        for (String name : List.of("localhost", "elsewhere")) {
            Path store = folder.resolve(name + ".p12");
            keytool(
                    "-genkeypair",
                    "-keyalg",
                    "EC",
                    "-alias",
                    "a",
                    "-dname",
                    "CN=" + name,
                    "-ext",
                    "san=dns:" + name,
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    store.toString());
            keytool(
                    "-exportcert",
                    "-rfc",
                    "-alias",
                    "a",
                    "-keystore",
                    store.toString(),
                    "-file",
                    folder.resolve(name + ".pem").toString());
        }
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", PASSWORD));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }

    private static Object call(String certificate, Trust trust, String answer) throws Exception {
        try (ScriptedServer server =
                        ScriptedServer.start(
                                server(certificate).getServerSocketFactory(),
                                "https",
                                (number, talk) -> {
                                    talk.request();
                                    talk.say(answer);
                                    talk.request();
                                });
                Transport transport = new Transport(trust, Duration.ofSeconds(2))) {
            Outgoing request = new Outgoing("GET", server.address(), Map.of(), new byte[0], null);
            try {
                return new String(transport.send(request).body());
            } catch (CallFailed failed) {
                return failed.kind() == CallFailed.Kind.TLS ? failed.getMessage() : failed.kind();
            }
        }
    }

    private static final String GOOD = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

    private static Trust in(String certificate) {
        return new Trust(folder.resolve(certificate + ".pem").toString(), false);
    }

    @Test
    void aCertificateOfTheFileIsBelieved() throws Exception {
        assertThat(call("localhost", in("localhost"), GOOD)).isEqualTo("hi");
    }

    @Test
    void aCertificateOfNobodyWeKnowIsNot() throws Exception {
        assertThat(call("localhost", new Trust("", false), GOOD))
                .asString()
                .startsWith(
                        "the certificate is not signed by an authority that this account trusts")
                .endsWith("in the setting ca-file");
    }

    @Test
    void aCertificateForAnotherNameIsNotBelieved() throws Exception {
        assertThat(call("elsewhere", in("elsewhere"), GOOD))
                .asString()
                .startsWith("the certificate is for another name: ");
    }

    @Test
    void insecureBelievesAnybody() throws Exception {
        assertThat(call("elsewhere", new Trust("", true), GOOD)).isEqualTo("hi");
    }

    @Test
    void silenceUnderTlsEndsAtTheDeadline() throws Exception {
        long start = System.nanoTime();

        assertThat(call("localhost", in("localhost"), "")).isEqualTo(CallFailed.Kind.TIMEOUT);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws IOException {
        Trust trust = new Trust(folder.resolve("none.pem").toString(), false);

        assertThat(catchThrowable(trust::context)).hasMessageContaining("none.pem");
    }
}

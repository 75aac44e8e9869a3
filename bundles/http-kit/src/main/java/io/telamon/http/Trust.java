/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Whom to believe when an address is https: the JVM's authorities, those of a PEM file, or anybody.
 * Read when first needed.
 */
public final class Trust {
    private final String file;
    private final boolean anybody;
    private SSLContext context;

    /**
     * What to trust.
     *
     * @param file PEM file with certificates; empty for the JVM's authorities
     * @param anybody true to check nothing at all
     */
    public Trust(String file, boolean anybody) {
        this.file = file;
        this.anybody = anybody;
    }

    boolean checksNames() {
        return !anybody;
    }

    synchronized SSLContext context() {
        if (context == null) {
            try {
                SSLContext fresh = SSLContext.getInstance("TLS");
                fresh.init(null, managers(), null);
                context = fresh;
            } catch (IOException | GeneralSecurityException e) {
                throw new CallFailed(
                        CallFailed.Kind.ADDRESS,
                        "the CA file " + file + " cannot be used: " + e.getMessage(),
                        e);
            }
        }
        return context;
    }

    private TrustManager[] managers() throws IOException, GeneralSecurityException {
        if (anybody) {
            return new TrustManager[] {new Anybody()};
        }
        if (file.isEmpty()) {
            return null;
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(Path.of(file))) {
            int number = 0;
            for (Certificate one :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("ca-" + number++, one);
            }
        }
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    /** Believes everybody; only by explicit choice. */
    private static final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}

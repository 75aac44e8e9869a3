/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.http;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;

/** Says in a person's words why a TLS connection did not come about, and what would help. */
final class Distrust {
    private Distrust() {}

    static String words(SSLException error) {
        String text = String.valueOf(error.getMessage());
        if (has(error, CertificateExpiredException.class)
                || has(error, CertificateNotYetValidException.class)) {
            return "the certificate is not valid at this time: " + deepest(error);
        }
        if (text.contains("subject alternative") || text.contains("No name matching")) {
            return "the certificate is for another name: " + text;
        }
        if (has(error, CertPathBuilderException.class)
                || has(error, CertPathValidatorException.class)) {
            return "the certificate is not signed by an authority that this account trusts; name the"
                    + " PEM file with that authority in the setting ca-file";
        }
        return text.startsWith("Unsupported or unrecognized SSL message")
                ? "there is no TLS at this address; is it http?"
                : "no TLS connection: " + text;
    }

    private static boolean has(Throwable error, Class<? extends Throwable> kind) {
        for (Throwable one = error; one != null; one = one.getCause()) {
            if (kind.isInstance(one)) {
                return true;
            }
        }
        return false;
    }

    private static String deepest(Throwable error) {
        Throwable one = error;
        while (one.getCause() != null) {
            one = one.getCause();
        }
        return one.getMessage();
    }
}

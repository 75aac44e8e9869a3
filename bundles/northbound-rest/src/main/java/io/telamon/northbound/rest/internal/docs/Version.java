/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Reads which Swagger UI this bundle carries, so that the number stands in the pom only. */
final class Version {
    private static final String POM = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

    private Version() {}

    static String ofSwaggerUi() {
        Properties pom = new Properties();
        try (InputStream in = Version.class.getResourceAsStream(POM)) {
            if (in != null) {
                pom.load(in);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return pom.getProperty("version", "");
    }
}

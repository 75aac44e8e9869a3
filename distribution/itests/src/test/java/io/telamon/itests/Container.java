/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.itests;

import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.systemTimeout;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.ops4j.pax.exam.Option;

/**
 * How Pax Exam starts the distribution that was just built: own ports, own home, nothing else
 * changed.
 */
final class Container {
    /** System property, set in the container, that tells its HTTP port. */
    static final String HTTP_PORT = "telamon.test.http.port";

    private static final long START_MILLIS = 120_000;

    private Container() {}

    static Option[] options() {
        String http = freePort();
        String webConfig = "etc/org.ops4j.pax.web.cfg";
        String shellConfig = "etc/org.apache.karaf.shell.cfg";
        return new Option[] {
            karafDistributionConfiguration()
                    .frameworkUrl(
                            new File(System.getProperty("distribution.archive")).toURI().toString())
                    .unpackDirectory(new File("target/exam"))
                    .useDeployFolder(false),
            editConfigurationFilePut(webConfig, "org.osgi.service.http.port", http),
            editConfigurationFilePut(shellConfig, "sshPort", freePort()),
            // Pax Exam's own bundles come from where Maven put them
            editConfigurationFilePut(
                    "etc/org.ops4j.pax.url.mvn.cfg",
                    "org.ops4j.pax.url.mvn.localRepository",
                    System.getProperty("local.repository")),
            systemProperty(HTTP_PORT).value(http),
            configureConsole().ignoreLocalConsole().startRemoteShell(),
            keepRuntimeFolder(),
            systemTimeout(START_MILLIS)
        };
    }

    private static String freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return String.valueOf(socket.getLocalPort());
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}

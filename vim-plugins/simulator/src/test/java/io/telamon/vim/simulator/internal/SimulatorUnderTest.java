/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import io.telamon.model.PackageId;
import io.telamon.model.VimAccountId;
import io.telamon.model.resource.ArtifactRef;
import io.telamon.model.resource.ImageSpec;
import io.telamon.model.resource.StackSpec;
import io.telamon.model.resource.Value;
import io.telamon.simkit.EmbeddedClouds;
import io.telamon.vim.spi.ArtifactSource;
import io.telamon.vim.spi.VimConnection;
import io.telamon.vim.spi.VimDriver;
import io.telamon.vim.tck.VimUnderTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** What the simulator under test has in common in both of its modes. */
abstract class SimulatorUnderTest implements VimUnderTest {
    static final String SECRET = "open-sesame-4711";
    static final String SETTINGS =
            "{\"secret\":\""
                    + SECRET
                    + "\",\"timing\":{\"buildMs\":{\"server\":40},\"deleteMs\":{\"server\":40}}}";
    private static final byte[] CONTENT = "a small image".getBytes(StandardCharsets.UTF_8);

    private static final String TEMPLATE =
            """
            heat_template_version: 2018-08-31
            parameters:
              size: {type: number, default: 1}
            resources:
              web:
                type: OS::Nova::Server
                properties: {flavor: m1.nano}
            outputs:
              where: {value: {get_attr: [web, first_address]}}
            """;

    private final String endpoint;
    private final Map<String, String> settings;

    SimulatorUnderTest(String endpoint, Map<String, String> settings) {
        this.endpoint = endpoint;
        this.settings = settings;
    }

    @Override
    public VimConnection connection() {
        return connection(endpoint, SECRET, Duration.ofSeconds(2));
    }

    @Override
    public Optional<VimConnection> wrongCredentials() {
        return Optional.of(connection(endpoint, "swordfish-0815", Duration.ofSeconds(2)));
    }

    final VimConnection connection(String address, String secret, Duration timeout) {
        ArtifactSource artifacts =
                artifact ->
                        new ByteArrayInputStream(
                                artifact.path().startsWith("hot/")
                                        ? TEMPLATE.getBytes(StandardCharsets.UTF_8)
                                        : CONTENT);
        return new VimConnection(
                new VimAccountId("tck"), address, settings, secret, timeout, artifacts);
    }

    @Override
    public String bootImage() {
        return "debian-12";
    }

    @Override
    public Optional<ImageSpec> uploadableImage() {
        try {
            String sha256 =
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(CONTENT));
            ArtifactRef content =
                    new ArtifactRef(new PackageId("pkg"), "images/disk.img", CONTENT.length);
            return Optional.of(new ImageSpec("tck-image", "raw", sha256, content, 1));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<StackSpec> stack() {
        ArtifactRef template =
                new ArtifactRef(new PackageId("pkg"), "hot/web.yaml", TEMPLATE.length());
        return Optional.of(new StackSpec("web", template, Map.of(), Map.of("size", Value.of("1"))));
    }

    /** A driver that keeps embedded worlds nowhere. */
    static VimDriver driverInMemory() {
        return new SimulatorDriver(
                SimulatorDriver.TYPE, new EmbeddedClouds(Optional.empty(), SimulatorDriver::world));
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import io.telamon.model.PackageId;
import io.telamon.model.resource.ArtifactRef;
import io.telamon.model.resource.ImageSpec;
import io.telamon.model.resource.StackSpec;
import io.telamon.model.resource.Value;
import io.telamon.openstack.Testbed;
import io.telamon.vim.spi.VimConnection;
import io.telamon.vim.spi.VimDriver;
import io.telamon.vim.tck.Saboteur;
import io.telamon.vim.tck.VimDriverContract;
import io.telamon.vim.tck.VimUnderTest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The plug-in passes the contract against a real OpenStack control plane. */
@EnabledIfEnvironmentVariable(
        named = Testbed.FOLDER,
        matches = ".+",
        disabledReason = "no cloud: TELAMON_OPENSTACK does not name a testbed's folder")
class TestbedContractTest extends VimDriverContract {
    private static Testbed bed;

    @BeforeAll
    static void connect() {
        bed = Testbed.connect();
        bed.empty();
    }

    @Override
    protected VimUnderTest start() {
        return new OnTestbed(bed);
    }

    /** An image with the content of {@link Connections}. */
    static ImageSpec image() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String sha256 = HexFormat.of().formatHex(digest.digest(Connections.CONTENT));
            ArtifactRef content =
                    new ArtifactRef(
                            new PackageId("pkg"), "images/disk.img", Connections.CONTENT.length);
            return new ImageSpec("tck-image", "raw", sha256, content, 1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The testbed's cloud, empty of our things. */
    static final class OnTestbed implements VimUnderTest {
        private final VimDriver driver = new OpenStackDriver();
        private final Testbed bed;

        OnTestbed(Testbed bed) {
            this.bed = bed;
        }

        @Override
        public VimDriver driver() {
            return driver;
        }

        @Override
        public VimConnection connection() {
            return Connections.to(bed.keystone(), Testbed.SECRET, Duration.ofSeconds(5));
        }

        @Override
        public Optional<VimConnection> wrongCredentials() {
            return Optional.of(
                    Connections.to(bed.keystone(), "swordfish-0815", Duration.ofSeconds(5)));
        }

        @Override
        public Optional<VimConnection> connectionTo(int port) {
            String address = "http://127.0.0.1:" + port + "/v3";
            return Optional.of(Connections.to(address, Testbed.SECRET, Duration.ofMillis(400)));
        }

        @Override
        public String bootImage() {
            return bed.bootImage();
        }

        @Override
        public Optional<ImageSpec> uploadableImage() {
            return Optional.of(image());
        }

        @Override
        public Optional<StackSpec> stack() {
            ArtifactRef template = new ArtifactRef(new PackageId("pkg"), "hot/web.yaml", 1);
            return Optional.of(
                    new StackSpec(
                            "web", template, Map.of(), Map.of("image", Value.of(bed.bootImage()))));
        }

        @Override
        public Optional<Saboteur> saboteur() {
            return Optional.of(new TestbedSaboteur(bed));
        }

        @Override
        public Duration pause() {
            return Duration.ofMillis(250);
        }

        @Override
        public int peek(String kind) {
            return bed.ids(kind).size();
        }

        @Override
        public void close() {
            bed.empty();
        }
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.ImageSpec;
import io.telamon.vim.simulator.internal.world.Draft;
import io.telamon.vim.spi.ArtifactSource;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * Images. The content is streamed from the package and only measured: the cloud gets size and
 * checksum, not the bytes.
 */
final class Images extends ThingOperator<ImageSpec> {
    private final ArtifactSource artifacts;

    Images(Identity identity, WorldCalls calls, ArtifactSource artifacts) {
        super("image", identity, calls);
        this.artifacts = artifacts;
    }

    @Override
    Draft draft(ImageSpec spec) {
        Measured content = measure(spec);
        return Draft.of(
                spec.name(),
                Map.of(
                        "sha256", spec.sha256(),
                        "content-sha256", content.sha256,
                        "size", Long.toString(content.size),
                        "format", spec.diskFormat(),
                        "min-disk-gb", Integer.toString(spec.minDiskGb())));
    }

    private Measured measure(ImageSpec spec) {
        try (InputStream in = artifacts.open(spec.content())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[64 * 1024];
            long size = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
            }
            return new Measured(HexFormat.of().formatHex(digest.digest()), size);
        } catch (IOException e) {
            throw new TelamonException(
                    ErrorCode.VIM_REJECTED,
                    e,
                    "The content of image %s cannot be read from its package: %s",
                    spec.name(),
                    e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** Checksum and size of a content. */
    private record Measured(String sha256, long size) {}
}

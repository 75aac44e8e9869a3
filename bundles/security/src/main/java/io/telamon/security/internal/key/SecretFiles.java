/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.internal.key;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner may read, written whole or not at all. */
public final class SecretFiles {
    private static final String OWNER_ONLY = "rw-------";
    private static final String OWNER_ONLY_FOLDER = "rwx------";

    private SecretFiles() {}

    /** Below {@code telamon.home}, else below Karaf's data folder. */
    public static Path keysFolder() {
        String home = System.getProperty("telamon.home");
        return home == null
                ? Path.of(System.getProperty("karaf.data", "."), "keys")
                : Path.of(home, "keys");
    }

    /** Writes one line; the file appears complete, with mode 0600, or not at all. */
    public static void write(Path file, String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (!Files.exists(folder)) {
                Files.createDirectories(
                        folder,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString(OWNER_ONLY_FOLDER)));
            }
            Path fresh =
                    Files.createTempFile(
                            folder,
                            "." + file.getFileName(),
                            ".new",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString(OWNER_ONLY)));
            Files.writeString(fresh, text + "\n", StandardCharsets.US_ASCII);
            move(fresh, file);
        } catch (IOException failed) {
            throw new TelamonException(
                    ErrorCode.INTERNAL,
                    failed,
                    "Cannot write %s (%s): the folder must be writable by this process",
                    file,
                    failed.getClass().getSimpleName());
        }
    }

    /** Removes a file; one that is not there is fine. */
    public static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new TelamonException(
                    ErrorCode.INTERNAL, failed, "Cannot remove %s; remove it by hand", file);
        }
    }

    private static void move(Path fresh, Path file) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException noAtomicMove) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.names;

import io.telamon.model.security.Caller;
import io.telamon.shell.internal.base.CommandFailure;
import io.telamon.shell.internal.base.Exit;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files on the machine that Telamon runs on. Only operators may name them; others use standard
 * input and output, so that nobody reads what only the process may read.
 */
public final class ServerFiles {
    private ServerFiles() {}

    /** A file that exists, for a caller who may name it. */
    public static Path existing(Caller caller, Path folder, String name) {
        Path file = named(caller, folder, name);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CommandFailure(Exit.NOT_FOUND, "There is no file " + file);
        }
        return file;
    }

    /** A file for a caller who may name it. */
    public static Path named(Caller caller, Path folder, String name) {
        if (!caller.seesAllTenants()) {
            throw new CommandFailure(
                    Exit.FORBIDDEN,
                    "Only a system_admin names files of this machine; leave FILE out and use a"
                            + " pipe: ssh ... catalog:onboard --name FILE < FILE, ssh ... vim:import < FILE");
        }
        return folder.resolve(name).normalize();
    }
}

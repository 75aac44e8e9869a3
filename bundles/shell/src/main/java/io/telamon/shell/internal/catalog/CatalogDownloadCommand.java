/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.catalog;

import io.telamon.model.PackageId;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.CatalogFacade;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.TelamonCommand;
import io.telamon.shell.internal.names.PackageNames;
import io.telamon.shell.internal.names.Packages;
import io.telamon.shell.internal.names.ServerFiles;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;

/** Writes a package, byte for byte, to standard output or a file. */
@Service
@Requires("catalog:read")
@Command(scope = "catalog", name = "download", description = "Fetch the original of a package")
public final class CatalogDownloadCommand extends TelamonCommand {
    @Argument(index = 0, name = "PACKAGE", description = "Id or descriptor id", required = true)
    @Completion(PackageNames.class)
    String id;

    @Argument(
            index = 1,
            name = "FILE",
            description = "File on this machine; standard output without it")
    @Completion(FileCompleter.class)
    String file = "";

    @Argument(
            index = 2,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Option(name = "--artifact", description = "Only this file of the package")
    String artifact = "";

    @Override
    protected void run() throws Exception {
        try (InputStream content = ask(CatalogFacade.class, this::open)) {
            if (file.isEmpty()) {
                content.transferTo(out());
            } else {
                Path target = ServerFiles.named(caller(), session().currentDir(), file);
                Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
                say("Written to %s.", target);
            }
        }
    }

    private InputStream open(CatalogFacade door, Caller me) {
        PackageId found = Packages.find(door, me, id).id();
        return artifact.isEmpty() ? door.content(me, found) : door.artifact(me, found, artifact);
    }
}

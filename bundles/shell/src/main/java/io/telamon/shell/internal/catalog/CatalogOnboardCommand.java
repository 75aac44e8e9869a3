/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.catalog;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.northbound.api.CatalogFacade;
import io.telamon.northbound.api.OnboardResult;
import io.telamon.northbound.api.PackageView;
import io.telamon.northbound.api.Requires;
import io.telamon.northbound.api.Upload;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.CommandFailure;
import io.telamon.shell.internal.base.Exit;
import io.telamon.shell.internal.base.TabularCommand;
import io.telamon.shell.internal.names.ServerFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;

/** Brings a package from a file or standard input; findings go to standard error. */
@Service
@Requires("catalog:write")
@Command(scope = "catalog", name = "onboard", description = "Bring a package")
public final class CatalogOnboardCommand extends TabularCommand<PackageView> {
    @Argument(
            index = 0,
            name = "FILE",
            description = "File on this machine; standard input without it")
    @Completion(FileCompleter.class)
    String file = "";

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Option(name = "--name", description = "File name to record when reading standard input")
    String fileName = "";

    @Option(name = "--sha256", description = "Checksum the file must have")
    String sha256 = "";

    @Override
    protected List<PackageView> rows() {
        try (InputStream body = open()) {
            String given = file.isEmpty() ? "package" : Path.of(file).getFileName().toString();
            String called = fileName.isEmpty() ? given : fileName;
            Upload upload = new Upload(called, sha256, body);
            OnboardResult result = ask(CatalogFacade.class, (door, me) -> door.onboard(me, upload));
            result.report().findings().forEach(found -> say("%s", FindingColumns.line(found)));
            if (!result.report().acceptable()) {
                throw new TelamonException(
                        ErrorCode.INVALID_PACKAGE, "%s was refused; nothing was changed", called);
            }
            return result.packages();
        } catch (IOException broken) {
            throw new CommandFailure(
                    Exit.FAILED, "Cannot read the package: " + broken.getMessage());
        }
    }

    @Override
    protected List<Column<PackageView>> columns() {
        return PackageColumns.ALL;
    }

    private InputStream open() throws IOException {
        return file.isEmpty()
                ? session().getKeyboard()
                : Files.newInputStream(
                        ServerFiles.existing(caller(), session().currentDir(), file));
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.vim;

import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.AccountView;
import io.telamon.northbound.api.CloudEntry;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.CommandFailure;
import io.telamon.shell.internal.base.Exit;
import io.telamon.shell.internal.base.TabularCommand;
import io.telamon.shell.internal.names.Accounts;
import io.telamon.shell.internal.names.ServerFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;

/** Adds a cloud of an OpenStack clouds.yaml; says what was not taken over. */
@Service
@Requires("vim:write")
@Command(scope = "vim", name = "import", description = "Add a cloud of an OpenStack clouds.yaml")
public final class VimImportCommand extends TabularCommand<AccountView> {
    @Argument(
            index = 0,
            name = "FILE",
            description = "clouds.yaml on this machine; standard input without it")
    @Completion(FileCompleter.class)
    String file = "";

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Option(name = "--cloud", description = "Which cloud, when the file has several")
    String cloud = "";

    @Override
    protected List<AccountView> rows() {
        try (InputStream body = open()) {
            List<CloudEntry> all =
                    ask(AccountFacade.class, (door, me) -> door.readClouds(me, body));
            CloudEntry entry = CloudEntry.of(all, cloud);
            List<AccountView> added =
                    askOne(AccountFacade.class, (door, me) -> door.add(me, entry.draft()));
            entry.notes().forEach(note -> say("%s", note));
            return added;
        } catch (IOException broken) {
            throw new CommandFailure(Exit.FAILED, "Cannot read the file: " + broken.getMessage());
        }
    }

    @Override
    protected List<Column<AccountView>> columns() {
        return Accounts.COLUMNS;
    }

    private InputStream open() throws IOException {
        return file.isEmpty()
                ? session().getKeyboard()
                : Files.newInputStream(
                        ServerFiles.existing(caller(), session().currentDir(), file));
    }
}

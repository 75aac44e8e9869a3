/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.ns;

import io.telamon.model.event.Event;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.EventFeed;
import io.telamon.northbound.api.NsFacade;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.TabularCommand;
import io.telamon.shell.internal.names.NsNames;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Tells what happened, for one service or all; with -f goes on until Ctrl-C. */
@Service
@Requires("ns:read")
@Command(scope = "ns", name = "events", description = "Show or follow the journal")
public final class NsEventsCommand extends TabularCommand<Event.Positioned> {
    @Argument(index = 0, name = "NAME", description = "Only this service")
    @Completion(NsNames.class)
    String name = "";

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Option(name = "--after", description = "Position to start after")
    long after = -1;

    @Option(name = "--last", description = "How many of the newest")
    int last = 50;

    @Option(name = "--follow", aliases = "-f", description = "Go on until Ctrl-C")
    boolean follow = false;

    private static final int MOST = 1000;
    private long position;

    @Override
    protected void run() throws Exception {
        checkOutput();
        position = after >= 0 ? after : start();
        print(rows());
        while (follow && !out().checkError() && !Thread.currentThread().isInterrupted()) {
            List<Event.Positioned> fresh = rows();
            if (!fresh.isEmpty()) {
                noHeaders();
                print(fresh);
            } else if (!pause()) {
                return;
            }
        }
    }

    @Override
    protected List<Event.Positioned> rows() {
        List<Event.Positioned> found =
                ask(EventFeed.class, (door, me) -> read(door, me, subject()));
        if (!found.isEmpty()) {
            position = found.get(found.size() - 1).position();
        }
        return found;
    }

    @Override
    protected List<Column<Event.Positioned>> columns() {
        return EventColumns.ALL;
    }

    private List<Event.Positioned> read(EventFeed door, Caller me, String id) {
        return id.isEmpty()
                ? door.after(me, position, MOST)
                : door.about(me, "ns", id, position, MOST);
    }

    private long start() {
        return name.isEmpty()
                ? Math.max(0, ask(EventFeed.class, (door, me) -> door.position()) - last)
                : 0;
    }

    private String subject() {
        return name.isEmpty()
                ? ""
                : ask(NsFacade.class, (door, me) -> door.find(me, name).instance().id().value());
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.interconnect;

import io.telamon.northbound.api.InterconnectDraft;
import io.telamon.northbound.api.InterconnectFacade;
import io.telamon.northbound.api.InterconnectView;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.CommandFailure;
import io.telamon.shell.internal.base.Exit;
import io.telamon.shell.internal.base.TabularCommand;
import io.telamon.shell.internal.names.Pairs;
import io.telamon.shell.internal.names.VimNames;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Registers what joins clouds. */
@Service
@Requires("vim:write")
@Command(scope = "interconnect", name = "add", description = "Register what joins clouds")
public final class InterconnectAddCommand extends TabularCommand<InterconnectView> {
    private static final Pattern VLANS = Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}))?");

    @Argument(index = 0, name = "NAME", description = "Name, unique in the tenant", required = true)
    String name;

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Option(name = "--kind", description = "provider-network or routed")
    @Completion(
            value = StringsCompleter.class,
            values = {"provider-network", "routed"})
    String kind = "provider-network";

    @Option(name = "--vlans", description = "VLANs that links may take, e.g. 1200-1299")
    String vlans = "";

    @Option(name = "--mtu", description = "Largest packet; 0 for what each cloud takes by itself")
    int mtu;

    @Option(
            name = "--side",
            description = "VIM account=physical network[,range when routed], once for each cloud",
            multiValued = true)
    @Completion(VimNames.class)
    List<String> sides = List.of();

    @Override
    protected List<InterconnectView> rows() {
        Matcher range = VLANS.matcher(vlans);
        if (!range.matches()) {
            throw new CommandFailure(
                    Exit.USAGE, "--vlans looks like 1200-1299, not '" + vlans + "'");
        }
        int first = Integer.parseInt(range.group(1));
        int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
        InterconnectDraft draft =
                new InterconnectDraft(
                        name,
                        kind,
                        first,
                        last,
                        mtu,
                        Pairs.of("--side", sides).entrySet().stream()
                                .map(InterconnectAddCommand::side)
                                .toList());
        return askOne(InterconnectFacade.class, (door, me) -> door.add(me, draft));
    }

    private static InterconnectDraft.Side side(Map.Entry<String, String> pair) {
        String[] words = pair.getValue().split(",", 2);
        String cidr = words.length > 1 ? words[1] : "";
        return new InterconnectDraft.Side(pair.getKey(), words[0], cidr);
    }

    @Override
    protected List<Column<InterconnectView>> columns() {
        return InterconnectColumns.ALL;
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.ns;

import io.telamon.model.PackageId;
import io.telamon.model.catalog.PackageKind;
import io.telamon.northbound.api.CatalogFacade;
import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.NsFacade;
import io.telamon.northbound.api.OperationView;
import io.telamon.northbound.api.PlacementRules;
import io.telamon.northbound.api.PlanPreview;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.names.Choices;
import io.telamon.shell.internal.names.NsNames;
import io.telamon.shell.internal.names.PackageNames;
import io.telamon.shell.internal.names.Packages;
import io.telamon.shell.internal.names.Pairs;
import io.telamon.shell.internal.names.VimNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Brings a service to life; with --nsd makes its record first. */
@Service
@Requires("ns:operate")
@Command(scope = "ns", name = "instantiate", description = "Instantiate a service")
public final class NsInstantiateCommand extends NsChangeCommand {
    @Argument(index = 0, name = "NAME", description = "Name or id of the service", required = true)
    @Completion(NsNames.class)
    String name;

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Option(name = "--nsd", description = "NSD to make the record from")
    @Completion(PackageNames.class)
    String nsd = "";

    @Option(name = "--vim", description = "VIM account for all members")
    @Completion(VimNames.class)
    String vim = "";

    @Option(name = "--place", description = "member=account, may be repeated", multiValued = true)
    List<String> places = List.of();

    @Option(name = "--param", description = "name=value, may be repeated", multiValued = true)
    List<String> parameters = List.of();

    @Option(name = "--drift", description = "report or heal")
    @Completion(
            value = StringsCompleter.class,
            values = {"report", "heal"})
    String drift = "report";

    @Option(name = "--aim", description = "Best account: spread, pack, latency or cost")
    @Completion(
            value = StringsCompleter.class,
            values = {"spread", "pack", "latency", "cost"})
    String aim = "spread";

    @Option(
            name = "--require",
            description = "label=value that an account must have, may be repeated",
            multiValued = true)
    List<String> labels = List.of();

    @Option(name = "--max-latency", description = "Longest latency of an account in milliseconds")
    int latency;

    @Override
    String service() {
        return name;
    }

    @Override
    NsChange wish() {
        Map<String, String> placement = new HashMap<>(Pairs.of("--place", places));
        if (!vim.isEmpty()) {
            placement.putIfAbsent("*", vim);
        }
        return new NsChange.Instantiate(placement, Pairs.of("--param", parameters), drift, rules());
    }

    private PlacementRules rules() {
        return new PlacementRules(
                Choices.of("--aim", PlacementRules.Aim.class, aim),
                Pairs.of("--require", labels),
                latency);
    }

    @Override
    PlanPreview preview() {
        return nsd.isEmpty()
                ? super.preview()
                : ask(NsFacade.class, (door, me) -> door.previewNew(me, name, nsdId(), wish()));
    }

    @Override
    protected OperationView start() {
        return nsd.isEmpty()
                ? super.start()
                : ask(NsFacade.class, (door, me) -> door.changeNew(me, name, "", nsdId(), wish()));
    }

    private PackageId nsdId() {
        return ask(
                CatalogFacade.class,
                (door, me) -> Packages.find(door, me, nsd, PackageKind.NS).id());
    }
}

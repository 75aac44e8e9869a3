/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.InterfaceSpec;
import io.telamon.model.resource.ServerSpec;
import io.telamon.model.resource.Value;
import io.telamon.vim.simulator.internal.world.Draft;
import io.telamon.vim.spi.Observation;
import io.telamon.vim.spi.VimAbility;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Servers with their ports; name and flavor can be changed in place. */
final class Servers extends ThingOperator<ServerSpec> {
    private final Set<String> abilities;

    Servers(Identity identity, WorldCalls calls, Set<String> abilities) {
        super("server", identity, calls);
        this.abilities = abilities;
    }

    @Override
    Draft draft(ServerSpec spec) {
        boolean foreign = spec.interfaces().stream().anyMatch(InterfaceSpec::forwarding);
        demand(foreign, VimAbility.PORT_FORWARDING, "forwarding interfaces");
        boolean guarded = spec.interfaces().stream().anyMatch(card -> !card.groups().isEmpty());
        demand(guarded, VimAbility.SECURITY_GROUP, "security groups");
        demand(!spec.disks().isEmpty(), VimAbility.VOLUME, "volumes");
        demand(!spec.group().text().isEmpty(), VimAbility.SERVER_GROUP, "placement groups");
        Map<String, String> values =
                Map.of(
                        "volumes", volumes(spec, false),
                        "boot-volume", volumes(spec, true),
                        "image", spec.image().text(),
                        "flavor", spec.flavor().text(),
                        "zone", spec.zone(),
                        "group", spec.group().text(),
                        "user-data", spec.day0().userData(),
                        "config-drive", Boolean.toString(spec.day0().configDrive()),
                        "key-pair", spec.day0().keyPair());
        return new Draft(
                spec.name(), values, spec.interfaces().stream().map(Servers::card).toList());
    }

    private static String volumes(ServerSpec spec, boolean boot) {
        return spec.disks().stream()
                .filter(disk -> disk.boots() || !boot)
                .map(disk -> disk.volume().text())
                .collect(Collectors.joining(","));
    }

    private static Draft.Card card(InterfaceSpec card) {
        return new Draft.Card(
                card.name(),
                card.network().text(),
                card.address(),
                card.mac(),
                card.type(),
                card.forwarding(),
                card.groups().stream().map(Value::text).toList());
    }

    @Override
    public Observation update(Handle handle, ServerSpec from, ServerSpec to) {
        demand(!from.flavor().equals(to.flavor()), VimAbility.SERVER_RESIZE, "another flavor");
        return calls().update(kind(), handle, draft(to));
    }

    @Override
    public Observation act(Handle handle, String action, Map<String, String> arguments) {
        String ability =
                switch (action) {
                    case "start", "stop" -> VimAbility.SERVER_POWER;
                    case "rebuild" -> VimAbility.SERVER_REBUILD;
                    default -> throw unsupported("the action " + action);
                };
        demand(true, ability, "the action " + action);
        return calls().act(kind(), handle, action, arguments);
    }

    private void demand(boolean wanted, String ability, String what) {
        if (wanted && !abilities.contains(ability)) {
            throw unsupported(what);
        }
    }

    private static TelamonException unsupported(String what) {
        return new TelamonException(
                ErrorCode.UNSUPPORTED, "This account does not offer %s for servers", what);
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.door;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.instance.Account;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.ro.internal.port.Plugins;
import io.telamon.ro.internal.port.Port;
import io.telamon.ro.internal.port.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Tries one account step by step, for "test connection". Made for one use. */
final class Probe {
    private final Plugins plugins;
    private final Ports ports;
    private final Account account;
    private final List<AccountFacade.ProbeStep> steps = new ArrayList<>();

    Probe(Plugins plugins, Ports ports, Account account) {
        this.plugins = plugins;
        this.ports = ports;
        this.account = account;
    }

    /** The steps taken; the first that fails is the last. */
    List<AccountFacade.ProbeStep> run() {
        boolean there = plugins.present(account.lane().kind(), account.type());
        String detail =
                there
                        ? "type " + account.type() + " is installed"
                        : "no plug-in of type " + account.type() + "; drop its bundle into deploy/";
        steps.add(new AccountFacade.ProbeStep("plug-in", there, detail));
        step("connection", this::connect);
        step("inventory", this::inventory);
        return List.copyOf(steps);
    }

    private void step(String name, Function<Port, String> trial) {
        if (!steps.stream().allMatch(AccountFacade.ProbeStep::ok)) {
            return;
        }
        try {
            steps.add(
                    new AccountFacade.ProbeStep(name, true, trial.apply(ports.of(account.lane()))));
        } catch (TelamonException failed) {
            steps.add(new AccountFacade.ProbeStep(name, false, failed.getMessage()));
        }
    }

    private String connect(Port port) {
        port.probe()
                .ifPresent(
                        reason -> {
                            throw new TelamonException(ErrorCode.VIM_UNAVAILABLE, "%s", reason);
                        });
        return account.endpoint() + " answers and accepts the credential";
    }

    private String inventory(Port port) {
        return port.inventory()
                .map(
                        seen ->
                                seen.images().size()
                                        + " images, "
                                        + seen.networks().size()
                                        + " networks, zones "
                                        + seen.zones())
                .orElse("nothing to list on this kind of account");
    }
}

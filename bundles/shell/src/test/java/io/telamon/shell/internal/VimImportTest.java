/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.TenantId;
import io.telamon.model.instance.Account;
import io.telamon.northbound.api.AccountDraft;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.AccountView;
import io.telamon.northbound.api.CloudEntry;
import io.telamon.northbound.api.LaneView;
import io.telamon.shell.internal.base.Fakes;
import io.telamon.shell.internal.base.Shell;
import io.telamon.shell.internal.vim.VimImportCommand;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A cloud of a clouds.yaml is added from the shell. */
class VimImportTest {
    private final Fakes fakes = new Fakes();
    private final Shell shell = new Shell(fakes);

    @Test
    void aCloudOfAFileIsAddedWithItsNotes() throws Exception {
        fakes.piping("clouds: {}")
                .answer(
                        AccountFacade.class,
                        "readClouds",
                        args -> List.of(entry("lisbon"), entry("oslo")))
                .answer(
                        AccountFacade.class,
                        "add",
                        args -> account(((AccountDraft) args[1]).name()));

        Shell.Outcome outcome = shell.run(new VimImportCommand(), "--cloud=oslo");

        assertThat(outcome.status()).as(outcome.messages()).isNull();
        assertThat(outcome.messages())
                .contains("oslo", "Not taken over: profile")
                .doesNotContain("lisbon", "open-sesame");
    }

    @Test
    void ofSeveralCloudsOneMustBeNamed() throws Exception {
        fakes.piping("clouds: {}")
                .answer(
                        AccountFacade.class,
                        "readClouds",
                        args -> List.of(entry("lisbon"), entry("oslo")));

        Shell.Outcome outcome = shell.run(new VimImportCommand());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.messages()).contains("lisbon, oslo");
    }

    private static CloudEntry entry(String name) {
        return new CloudEntry(
                new AccountDraft(
                        LaneKind.VIM,
                        name,
                        "openstack",
                        "https://" + name,
                        Map.of(),
                        Map.of(),
                        "open-sesame"),
                List.of("Not taken over: profile"));
    }

    private static AccountView account(String name) {
        LaneId lane = new LaneId(LaneKind.VIM, "vim-" + name);
        return new AccountView(
                new Account(
                        lane,
                        new TenantId("default"),
                        name,
                        "openstack",
                        "https://" + name,
                        Map.of(),
                        Map.of(),
                        "",
                        1),
                new LaneView(lane, name, "OPEN", "", 0, 0, 4, Duration.ZERO),
                null);
    }
}

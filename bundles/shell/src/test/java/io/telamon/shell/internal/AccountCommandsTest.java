/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.TenantId;
import io.telamon.model.instance.Account;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.AccountView;
import io.telamon.northbound.api.CheckStepView;
import io.telamon.northbound.api.LaneView;
import io.telamon.northbound.api.PluginTypeView;
import io.telamon.shell.internal.base.Fakes;
import io.telamon.shell.internal.base.Shell;
import io.telamon.shell.internal.sdn.SdnTypesCommand;
import io.telamon.shell.internal.vim.VimAddCommand;
import io.telamon.shell.internal.vim.VimTestCommand;
import io.telamon.shell.internal.vim.VimTypesCommand;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clouds are tested from the shell, and what plug-ins ask for is shown. */
class AccountCommandsTest {
    private final Fakes fakes = new Fakes();
    private final Shell shell = new Shell(fakes);

    @Test
    void aTestThatFailsHasStepsAndAnExitStatus() throws Exception {
        tested(CheckStepView.Outcome.FAILED);

        Shell.Outcome outcome = shell.run(new VimTestCommand(), "lab");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.messages())
                .contains("identity", "FAILED", "401 from the cloud", "does not work");
    }

    @Test
    void aProgramReadsTheStepsAndNothingElse() throws Exception {
        tested(CheckStepView.Outcome.FAILED);

        Shell.Outcome outcome = shell.run(new VimTestCommand(), "--output=yaml", "lab");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.messages()).contains("outcome: FAILED").doesNotContain("Error");
    }

    @Test
    void aStepThatIsOnlyAbsentIsNoFailure() throws Exception {
        tested(CheckStepView.Outcome.ABSENT);

        Shell.Outcome outcome = shell.run(new VimTestCommand(), "--output=json", "lab");

        JsonNode steps = new ObjectMapper().readTree(fakes.output());
        assertThat(outcome.status()).isNull();
        assertThat(steps.get(0).get("outcome").asText()).isEqualTo("ABSENT");
        assertThat(steps.get(0).get("millis").asInt()).isEqualTo(12);
    }

    @Test
    void whatDoesNotWorkIsNotAdded() throws Exception {
        tested(CheckStepView.Outcome.FAILED);

        Shell.Outcome outcome =
                shell.run(
                        new VimAddCommand(),
                        "--test",
                        "--type=acme",
                        "--endpoint=https://lab",
                        "lab");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.messages()).contains("401 from the cloud", "was not added");
    }

    @Test
    void theSettingsOfATypeAreExplained() throws Exception {
        var field = new PluginTypeView.Field("region", "Region", "Where it is.", "one", true);
        fakes.answer(
                AccountFacade.class,
                "types",
                args ->
                        List.of(
                                new PluginTypeView(LaneKind.VIM, "acme", List.of(field)),
                                new PluginTypeView(LaneKind.SDN, "flows", List.of(field))));

        assertThat(shell.run(new VimTypesCommand(), "acme").messages())
                .contains("region", "true", "one", "Where it is.");
        assertThat(shell.run(new VimTypesCommand(), "flows").status()).isEqualTo(3);
        assertThat(shell.run(new SdnTypesCommand(), "flows").messages()).contains("Where it is.");
    }

    private void tested(CheckStepView.Outcome outcome) {
        CheckStepView step =
                new CheckStepView("identity", outcome, "401 from the cloud", Duration.ofMillis(12));
        fakes.answer(AccountFacade.class, "find", args -> account("lab"))
                .answer(AccountFacade.class, "check", args -> List.of(step));
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

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.Problem;
import io.telamon.errors.TelamonException;
import io.telamon.model.LaneKind;
import io.telamon.model.UserId;
import io.telamon.model.plan.OperationState;
import io.telamon.model.security.Role;
import io.telamon.northbound.api.AccountDraft;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.OperationFacade;
import io.telamon.northbound.api.OperationView;
import io.telamon.northbound.api.UserFacade;
import io.telamon.shell.internal.base.Fakes;
import io.telamon.shell.internal.base.Shell;
import io.telamon.shell.internal.catalog.CatalogOnboardCommand;
import io.telamon.shell.internal.op.OpWatchCommand;
import io.telamon.shell.internal.user.UserAddCommand;
import io.telamon.shell.internal.vim.VimAddCommand;
import io.telamon.shell.internal.vim.VimListCommand;
import io.telamon.shell.internal.vim.VimShowCommand;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private final Fakes fakes = new Fakes();
    private final Shell shell = new Shell(fakes);

    @Test
    void listIsTheSameInJsonAndTable() throws Exception {
        fakes.answer(AccountFacade.class, "list", args -> List.of(Rows.account("sim-1")));

        shell.run(new VimListCommand(), "--output=json");

        JsonNode rows = new ObjectMapper().readTree(fakes.output());
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).get("name").asText()).isEqualTo("sim-1");
        assertThat(rows.get(0).get("queued").asInt()).isEqualTo(3);
        assertThat(rows.get(0).get("labels").get("zone").asText()).isEqualTo("a");
    }

    @Test
    void nothingToListIsSaidToPeopleOnly() throws Exception {
        fakes.answer(AccountFacade.class, "list", args -> List.of());

        shell.run(new VimListCommand(), "--output=json");
        assertThat(fakes.output()).isEqualTo("[ ]\n");

        Shell.Outcome outcome = shell.run(new VimListCommand());
        assertThat(outcome.messages()).contains("Nothing to show");
    }

    @Test
    void failureIsOneLineAndAnExitStatus() throws Exception {
        fakes.answer(
                AccountFacade.class, "find", args -> fail(ErrorCode.NOT_FOUND, "No account x"));

        Shell.Outcome outcome = shell.run(new VimShowCommand(), "x");

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.messages()).isEqualTo("Error NOT_FOUND: No account x\n");
    }

    @Test
    void failureIsAProblemForMachines() throws Exception {
        fakes.answer(AccountFacade.class, "find", args -> fail(ErrorCode.FORBIDDEN, "No right"));

        Shell.Outcome outcome = shell.run(new VimShowCommand(), "x", "--output=json");

        JsonNode problem = new ObjectMapper().readTree(outcome.messages());
        assertThat(problem.get("title").asText()).isEqualTo("FORBIDDEN");
        assertThat(problem.get("detail").asText()).isEqualTo("No right");
        assertThat(outcome.status()).isEqualTo(5);
    }

    @Test
    void atAPromptTheFailureIsThrownForKarafToShow() {
        fakes.typing("").answer(AccountFacade.class, "list", args -> fail(ErrorCode.BUSY, "Busy"));

        assertThatThrownBy(() -> shell.run(new VimListCommand()))
                .isInstanceOf(CommandException.class)
                .hasMessage("Error BUSY: Busy");
    }

    @Test
    void optionsMayStandBehindArguments() throws Exception {
        fakes.answer(AccountFacade.class, "find", args -> Rows.account((String) args[2]));

        Shell.Outcome outcome =
                shell.run(new VimShowCommand(), "sim-1", "--output", "name", "--columns=name");
        assertThat(outcome.messages()).isEqualTo("sim-1\n");

        assertThat(shell.run(new VimShowCommand(), "x", "--bogus").messages())
                .contains("no option --bogus");
        assertThat(shell.run(new VimShowCommand(), "x", "y").messages())
                .contains("too many arguments, from y on");
        assertThat(shell.run(new VimShowCommand(), "x", "--output").messages())
                .contains("--output needs a value");
    }

    @Test
    void unknownFormatIsUsage() throws Exception {
        assertThat(shell.run(new VimListCommand(), "--output=xml").status()).isEqualTo(2);
    }

    @Test
    void addCarriesPairsAndThePipedCredential() throws Exception {
        List<AccountDraft> drafts = new ArrayList<>();
        fakes.piping("s3cret\n")
                .answer(
                        AccountFacade.class,
                        "add",
                        args -> {
                            drafts.add((AccountDraft) args[1]);
                            return Rows.account("sim-1");
                        });

        Shell.Outcome outcome =
                shell.run(
                        new VimAddCommand(),
                        "sim-1",
                        "--type=simulator",
                        "--endpoint=sim://one",
                        "--setting=latency=5",
                        "--setting=mode=a=b",
                        "--secret-stdin");

        assertThat(outcome.status()).isNull();
        assertThat(drafts)
                .containsExactly(
                        new AccountDraft(
                                LaneKind.VIM,
                                "sim-1",
                                "simulator",
                                "sim://one",
                                Map.of("latency", "5", "mode", "a=b"),
                                Map.of(),
                                "s3cret"));
    }

    @Test
    void aMissingOptionIsNamed() throws Exception {
        Shell.Outcome outcome = shell.run(new VimAddCommand(), "sim-1");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.messages()).contains("--type is needed");
    }

    @Test
    void waitTellsTheEndAndTheExitStatusSaysWhich() throws Exception {
        Deque<OperationView> answers =
                new ArrayDeque<>(
                        List.of(
                                Rows.operation(OperationState.PROCESSING, null),
                                Rows.operation(OperationState.COMPLETED, null)));
        fakes.answer(OperationFacade.class, "get", args -> answers.pop())
                .answer(OperationFacade.class, "tasks", args -> List.of());

        Shell.Outcome outcome = shell.run(new OpWatchCommand(), "op-1");

        assertThat(outcome.status()).isNull();
        assertThat(outcome.messages()).contains("completed");
    }

    @Test
    void failedOperationIsStatusSevenWithItsCauseAndTheNextStep() throws Exception {
        Problem problem = Problem.of(ErrorCode.VIM_QUOTA, "no more servers");
        fakes.answer(
                        OperationFacade.class,
                        "get",
                        args -> Rows.operation(OperationState.FAILED_TEMP, problem))
                .answer(OperationFacade.class, "tasks", args -> List.of());

        Shell.Outcome outcome = shell.run(new OpWatchCommand(), "op-1");

        assertThat(outcome.status()).isEqualTo(7);
        assertThat(outcome.messages()).contains("VIM_QUOTA no more servers").contains("op:retry");
    }

    @Test
    void waitingTooLongIsStatusSixAndTellsHowToGoOn() throws Exception {
        fakes.answer(
                        OperationFacade.class,
                        "get",
                        args -> Rows.operation(OperationState.PROCESSING, null))
                .answer(OperationFacade.class, "tasks", args -> List.of());

        Shell.Outcome outcome = shell.run(new OpWatchCommand(), "op-1", "--timeout=0");

        assertThat(outcome.status()).isEqualTo(6);
        assertThat(outcome.messages()).contains("op:watch op-1");
    }

    @Test
    void passwordIsPipedAndRolesAreParsed() throws Exception {
        List<Object> seen = new ArrayList<>();
        fakes.piping("a long password\n")
                .answer(
                        UserFacade.class,
                        "add",
                        args -> {
                            seen.addAll(Arrays.asList(args).subList(1, 5));
                            return new UserFacade.UserView(
                                    new UserId("u"), "vera", Map.of(), false);
                        });

        shell.run(
                new UserAddCommand(),
                "vera",
                "--role=viewer,project_user",
                "--in=blue",
                "--password-stdin");

        assertThat(seen.get(0)).isEqualTo("vera");
        assertThat((char[]) seen.get(1)).isEqualTo("a long password".toCharArray());
        assertThat(seen.subList(2, 4))
                .containsExactly("blue", Set.of(Role.VIEWER, Role.PROJECT_USER));
    }

    @Test
    void onlyOperatorsNameFilesOfTheServer() throws Exception {
        Shell.Outcome outcome =
                new Shell(fakes, Role.PROJECT_ADMIN)
                        .run(new CatalogOnboardCommand(), "/etc/passwd");

        assertThat(outcome.status()).isEqualTo(5);
        assertThat(outcome.messages()).contains("pipe");
    }

    private static Object fail(ErrorCode code, String message) {
        throw new TelamonException(code, message);
    }
}

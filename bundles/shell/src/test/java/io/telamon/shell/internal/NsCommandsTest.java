/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.plan.OperationState;
import io.telamon.northbound.api.CatalogFacade;
import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.NsFacade;
import io.telamon.northbound.api.NsView;
import io.telamon.northbound.api.Page;
import io.telamon.northbound.api.PlanPreview;
import io.telamon.shell.internal.base.Fakes;
import io.telamon.shell.internal.base.Shell;
import io.telamon.shell.internal.base.TelamonCommand;
import io.telamon.shell.internal.ns.NsConsoleCommand;
import io.telamon.shell.internal.ns.NsHealCommand;
import io.telamon.shell.internal.ns.NsInstantiateCommand;
import io.telamon.shell.internal.ns.NsMigrateCommand;
import io.telamon.shell.internal.ns.NsResizeCommand;
import io.telamon.shell.internal.ns.NsScaleCommand;
import io.telamon.shell.internal.ns.NsSetCommand;
import io.telamon.shell.internal.ns.NsStartCommand;
import io.telamon.shell.internal.ns.NsStopCommand;
import io.telamon.shell.internal.ns.NsTerminateCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Commands that change services. */
class NsCommandsTest {
    private final Fakes fakes = new Fakes();
    private final Shell shell = new Shell(fakes);

    @Test
    void anOptionIsNotTakenForAnOptionalArgument() throws Exception {
        List<NsChange> wishes = listen();

        Shell.Outcome outcome =
                shell.run(new NsScaleCommand(), "shop", "1", "web", "--output", "json");

        assertThat(wishes).containsExactly(new NsChange.Scale("1", "web", 1));
        assertThat(new ObjectMapper().readTree(outcome.messages())).hasSize(1);
    }

    @Test
    void nothingIsDestroyedWithoutATerminalOrYes() throws Exception {
        fakes.answer(NsFacade.class, "find", args -> Rows.service("shop"))
                .answer(NsFacade.class, "resources", args -> List.of());

        Shell.Outcome outcome = shell.run(new NsTerminateCommand(), "shop");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.messages())
                .contains("Service shop is taken down")
                .contains("repeat with --yes");
    }

    @Test
    void aNoAtThePromptDoesNothing() {
        fakes.typing("no")
                .answer(NsFacade.class, "find", args -> Rows.service("shop"))
                .answer(NsFacade.class, "resources", args -> List.of());

        assertThatThrownBy(() -> shell.run(new NsTerminateCommand(), "shop"))
                .hasMessageContaining("Nothing was done");
    }

    @Test
    void scaleOutNeedsNoQuestionAndScaleInDoes() throws Exception {
        List<NsChange> wishes = listen();

        assertThat(shell.run(new NsScaleCommand(), "shop", "1", "web", "2").status()).isNull();
        assertThat(shell.run(new NsScaleCommand(), "shop", "1", "web", "-1").status()).isEqualTo(2);

        assertThat(wishes).containsExactly(new NsChange.Scale("1", "web", 2));
    }

    @Test
    void aRefusedInstantiateRemovesTheRecordItMade() throws Exception {
        List<Object> deleted = new ArrayList<>();
        NsView made = Rows.service("shop");
        fakes.answer(CatalogFacade.class, "list", args -> new Page<>(List.of(Rows.edgeCache()), ""))
                .answer(NsFacade.class, "create", args -> made)
                .answer(NsFacade.class, "find", args -> made)
                .answer(
                        NsFacade.class,
                        "change",
                        args -> {
                            throw new TelamonException(ErrorCode.NO_PLACEMENT, "no room");
                        })
                .answer(NsFacade.class, "delete", args -> deleted.add(args[1]));

        Shell.Outcome outcome =
                shell.run(new NsInstantiateCommand(), "shop", "--nsd", "edge-cache");

        assertThat(outcome.messages()).contains("no room");
        assertThat(deleted).containsExactly(made.instance().id());
    }

    @Test
    void dryRunTellsStepsAndReasonsAndChangesNothing() throws Exception {
        PlanPreview preview =
                new PlanPreview(
                        List.of(
                                new PlanPreview.Step(
                                        "CREATE",
                                        "network",
                                        "net",
                                        "shop-net",
                                        "sim-1",
                                        List.of())),
                        List.of(new PlanPreview.PlacementView("1", "", "no room")),
                        List.of(),
                        List.of("member 1 fits nowhere"));
        fakes.answer(NsFacade.class, "find", args -> Rows.service("shop"))
                .answer(NsFacade.class, "preview", args -> preview);

        Shell.Outcome outcome =
                shell.run(new NsInstantiateCommand(), "shop", "--dry-run", "--output=csv");

        assertThat(fakes.output()).contains("CREATE,network,shop-net,sim-1");
        assertThat(outcome.messages()).contains("member 1 -> nowhere: no room");
        assertThat(outcome.status()).isEqualTo(4);
    }

    @Test
    void powerShapePlaceAndRepairAreWishes() throws Exception {
        List<NsChange> wishes = listen();

        run(new NsStartCommand(), "shop");
        run(new NsStopCommand(), "shop", "--member", "1", "--yes");
        run(new NsResizeCommand(), "shop", "1", "srv", "--vcpus", "4", "--memory", "2048", "--yes");
        run(new NsSetCommand(), "shop", "--param", "a=b=c", "--param", "d=", "--yes");
        run(new NsMigrateCommand(), "shop", "edge2", "--yes");
        run(new NsHealCommand(), "shop", "--member", "1", "--rebuild", "--cause", "odd");
        run(new NsHealCommand(), "shop", "--resource", "vnf/1/vdu/srv/0", "--cause", "odd");

        assertThat(wishes)
                .containsExactly(
                        new NsChange.Operate("", "", true),
                        new NsChange.Operate("1", "", false),
                        new NsChange.Resize("1", "srv", 4, 2_048, 0),
                        new NsChange.Adjust(Map.of("a", "b=c", "d", "")),
                        new NsChange.Migrate("", "edge2"),
                        new NsChange.Heal("1", "", "odd", NsChange.HealWay.REBUILD),
                        new NsChange.Heal("", "vnf/1/vdu/srv/0", "odd", NsChange.HealWay.RECREATE));
    }

    @Test
    void whatInterruptsAServiceAsksFirst() throws Exception {
        List<NsChange> wishes = listen();

        assertThat(shell.run(new NsStopCommand(), "shop").status()).isEqualTo(2);
        assertThat(shell.run(new NsResizeCommand(), "shop", "1", "srv", "--vcpus", "4").status())
                .isEqualTo(2);
        assertThat(shell.run(new NsMigrateCommand(), "shop", "edge2").status()).isEqualTo(2);
        assertThat(shell.run(new NsHealCommand(), "shop", "--rebuild", "--recreate").messages())
                .contains("not both");
        assertThat(wishes).isEmpty();
    }

    @Test
    void theAddressOfAConsoleIsPrinted() throws Exception {
        fakes.answer(NsFacade.class, "find", args -> Rows.service("shop"))
                .answer(NsFacade.class, "console", args -> "https://cloud/console?" + args[2]);

        shell.run(new NsConsoleCommand(), "shop", "vnf/1/vdu/srv/0");

        assertThat(fakes.output()).isEqualTo("https://cloud/console?vnf/1/vdu/srv/0\n");
    }

    private void run(TelamonCommand command, String... words) throws Exception {
        assertThat(shell.run(command, words).status()).isNull();
    }

    private List<NsChange> listen() {
        List<NsChange> wishes = new ArrayList<>();
        fakes.answer(NsFacade.class, "find", args -> Rows.service("shop"))
                .answer(
                        NsFacade.class,
                        "change",
                        args -> {
                            wishes.add((NsChange) args[2]);
                            return Rows.operation(OperationState.PROCESSING, null);
                        });
        return wishes;
    }
}

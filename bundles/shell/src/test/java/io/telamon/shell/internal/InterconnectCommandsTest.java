/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telamon.model.InterconnectId;
import io.telamon.model.TenantId;
import io.telamon.model.VimAccountId;
import io.telamon.model.instance.Interconnect;
import io.telamon.northbound.api.InterconnectDraft;
import io.telamon.northbound.api.InterconnectFacade;
import io.telamon.northbound.api.InterconnectView;
import io.telamon.shell.internal.base.Fakes;
import io.telamon.shell.internal.base.Shell;
import io.telamon.shell.internal.interconnect.InterconnectAddCommand;
import io.telamon.shell.internal.interconnect.InterconnectRemoveCommand;
import io.telamon.shell.internal.interconnect.InterconnectShowCommand;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Commands on what joins clouds. */
class InterconnectCommandsTest {
    private final Fakes fakes = new Fakes();
    private final Shell shell = new Shell(fakes);

    private static InterconnectView view() {
        Interconnect wan =
                new Interconnect(
                        new InterconnectId("i-1"),
                        new TenantId("t"),
                        "wan",
                        Interconnect.Kind.ROUTED,
                        new Interconnect.Segments(100, 109, 1450),
                        List.of(
                                new Interconnect.Side(
                                        new VimAccountId("1"), "wire-1", "10.20.0.0/16"),
                                new Interconnect.Side(new VimAccountId("2"), "wire-2", "")),
                        1);
        return new InterconnectView(
                wan,
                List.of("one", "two"),
                List.of(new InterconnectView.Use(100, "shop", "vld/data")));
    }

    @Test
    void oneIsAddedFromWhatIsSaid() throws Exception {
        AtomicReference<InterconnectDraft> seen = new AtomicReference<>();
        fakes.answer(
                InterconnectFacade.class,
                "add",
                args -> {
                    seen.set((InterconnectDraft) args[1]);
                    return view();
                });

        shell.run(
                new InterconnectAddCommand(),
                "--kind=routed",
                "--vlans=100-109",
                "--mtu=1450",
                "--side=one=wire-1,10.20.0.0/16",
                "--side=two=wire-2,10.21.0.0/16",
                "wan");

        assertThat(seen.get())
                .isEqualTo(
                        new InterconnectDraft(
                                "wan",
                                "routed",
                                100,
                                109,
                                1450,
                                List.of(
                                        new InterconnectDraft.Side("one", "wire-1", "10.20.0.0/16"),
                                        new InterconnectDraft.Side(
                                                "two", "wire-2", "10.21.0.0/16"))));
    }

    @Test
    void vlansOfAnotherFormAreAUsageError() throws Exception {
        Shell.Outcome outcome = shell.run(new InterconnectAddCommand(), "--vlans=all", "wan");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.messages()).contains("1200-1299");
    }

    @Test
    void itIsShownWithItsLinks() throws Exception {
        fakes.answer(InterconnectFacade.class, "find", args -> view());

        shell.run(new InterconnectShowCommand(), "--output=json", "wan");

        JsonNode shown = new ObjectMapper().readTree(fakes.output());
        assertThat(shown.at("/vlans").asText()).isEqualTo("100-109");
        assertThat(shown.at("/sides/0").asText()).isEqualTo("one=wire-1,10.20.0.0/16");
        assertThat(shown.at("/uses/0").asText()).isEqualTo("100 shop vld/data");
    }

    @Test
    void itIsRemovedById() throws Exception {
        AtomicReference<Object> gone = new AtomicReference<>();
        fakes.answer(InterconnectFacade.class, "find", args -> view())
                .answer(
                        InterconnectFacade.class,
                        "delete",
                        args -> {
                            gone.set(args[1]);
                            return null;
                        });

        Shell.Outcome outcome = shell.run(new InterconnectRemoveCommand(), "--yes", "wan");

        assertThat(gone.get()).isEqualTo(new InterconnectId("i-1"));
        assertThat(outcome.messages()).contains("removed");
    }
}

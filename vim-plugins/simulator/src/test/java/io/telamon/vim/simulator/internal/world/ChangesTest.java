/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.simkit.Json;
import io.telamon.simkit.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be changed in place, and what not. */
class ChangesTest {
    private final Estate estate = new Estate();
    private final Maker maker = new Maker(estate);
    private final Changes changes = new Changes(estate);
    private Thing server;
    private Thing network;

    private Thing make(Kind kind, Draft draft) {
        Thing thing = maker.make(kind, "", draft, WorldSettings.defaults(), 1000);
        estate.enter(thing);
        return thing;
    }

    @BeforeEach
    void fill() {
        make(Kind.FLAVOR, Draft.of("small", Map.of("vcpus", "1", "memory-mb", "512")));
        make(Kind.FLAVOR, Draft.of("large", Map.of("vcpus", "8", "memory-mb", "4096")));
        network = make(Kind.NETWORK, Draft.of("net", Map.of("cidr", "10.0.0.0/24")));
        server = make(Kind.SERVER, Draft.of("srv", Map.of("flavor", "small", "image", "any")));
    }

    @Test
    void aServerIsResizedInPlaceAndItsLoadFollows() {
        Thing larger =
                changes.update(server, Draft.of("srv", Map.of("flavor", "large", "image", "any")));
        estate.enter(larger);

        assertThat(larger.id()).isEqualTo(server.id());
        assertThat(estate.usage()).isEqualTo(new Usage(1, 8, 4096, 1));
    }

    @Test
    void anotherImageOrCardMeansAnotherServer() {
        Draft image = Draft.of("srv", Map.of("flavor", "small", "image", "other"));
        Draft card =
                new Draft(
                        "srv",
                        server.draft().values(),
                        List.of(new Draft.Card("eth0", network.id(), "", "", "", false, null)));

        assertThatThrownBy(() -> changes.update(server, image)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> changes.update(server, card))
                .hasMessageContaining("cannot be changed like that in place");
    }

    @Test
    void aNetworkKeepsItsRangeAndTakesAnotherName() {
        Thing renamed = changes.update(network, Draft.of("other", Map.of("dns", "9.9.9.9")));

        assertThat(renamed.draft().name()).isEqualTo("other");
        assertThat(renamed.attributes()).containsEntry("cidr", "10.0.0.0/24");
        assertThatThrownBy(
                        () ->
                                changes.update(
                                        network, Draft.of("net", Map.of("cidr", "10.9.0.0/24"))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void powerGoesOffAndOnButNotOnABrokenServer() {
        Thing off = changes.act(server, "stop", Json.object(), 0);
        Thing on = changes.act(off, "start", Json.object(), 0);

        assertThat(off.attributes()).containsEntry("power", "off");
        assertThat(on.attributes()).containsEntry("power", "on");
        assertThatThrownBy(() -> changes.act(server.broken("x"), "start", Json.object(), 0))
                .hasMessageContaining("is in ERROR");
    }

    @Test
    void aRebuildMendsAServerAndTakesItsTime() {
        Thing mended =
                changes.act(server.broken("x"), "rebuild", Json.object().put("image", "new"), 5000);

        assertThat(mended.state(4000)).isEqualTo("BUILDING");
        assertThat(mended.state(5000)).isEqualTo("ACTIVE");
        assertThat(mended.attributes()).containsEntry("image", "new");
    }

    @Test
    void unknownActionsLeavingServersAndOtherKindsAreRefused() {
        assertThatThrownBy(() -> changes.act(server, "fly", Json.object(), 0))
                .hasMessageContaining("no action fly");
        assertThatThrownBy(() -> changes.act(server.leavingAt(9), "stop", Json.object(), 0))
                .hasMessageContaining("is being deleted");
        assertThatThrownBy(() -> changes.act(network, "stop", Json.object(), 0))
                .hasMessageContaining("does not act");
    }
}

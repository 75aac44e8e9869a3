/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.testkit.FakeClock;
import io.telamon.testkit.Samples;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How much a lane lets out after good and bad answers. */
class LaneTest {
    private final FakeClock clock = new FakeClock();
    private final Lane lane = new Lane(Samples.lane(), 4, 3);

    private void good() {
        lane.sent();
        lane.answered();
    }

    private void silent() {
        lane.sent();
        lane.unanswered("no answer", clock.instant());
    }

    @Test
    void permitsDoubleWithEachAnswerUpToTheMaximum() {
        assertThat(lane.room()).isEqualTo(1);

        good();
        assertThat(lane.permits()).isEqualTo(2);
        good();
        good();

        assertThat(lane.permits()).isEqualTo(4);
    }

    @Test
    void callsUnderWayTakeRoom() {
        good();

        lane.sent();

        assertThat(lane.room()).isEqualTo(1);
        assertThat(lane.inFlight()).isEqualTo(1);
        lane.returned();
        assertThat(lane.room()).isEqualTo(2);
    }

    @Test
    void oneTimeOutTakesTheLaneBackToOnePermit() {
        good();
        good();

        silent();

        assertThat(lane.permits()).isEqualTo(1);
        assertThat(lane.state()).isEqualTo("SLOW");
        assertThat(lane.detail()).isEqualTo("no answer");
    }

    @Test
    void severalTimeOutsInARowOpenTheCircuit() {
        silent();
        silent();
        assertThat(lane.hasRoom()).isTrue();

        silent();

        assertThat(lane.hasRoom()).isFalse();
        assertThat(lane.permits()).isZero();
        assertThat(lane.state()).isEqualTo("CIRCUIT_OPEN");
    }

    @Test
    void anAnswerBetweenForgetsTimeOuts() {
        silent();
        silent();
        good();
        silent();
        silent();

        assertThat(lane.state()).isEqualTo("SLOW");
    }

    @Test
    void anOpenCircuitIsProbedOnceAtATimeAndMoreRarely() {
        silent();
        silent();
        silent();
        assertThat(lane.takeProbe(clock.instant())).isFalse();

        assertThat(lane.takeProbe(clock.advance(Duration.ofSeconds(2)))).isTrue();
        assertThat(lane.takeProbe(clock.instant())).isFalse();
        assertThat(lane.probeAt()).isNull();
        lane.probed(Optional.of("still down"), clock.instant());
        assertThat(lane.takeProbe(clock.advance(Duration.ofSeconds(3)))).isFalse();
        assertThat(lane.takeProbe(clock.advance(Duration.ofSeconds(1)))).isTrue();
        assertThat(lane.detail()).isEqualTo("still down");
    }

    @Test
    void theTimeBetweenProbesHasALimit() {
        silent();
        silent();
        silent();
        for (int i = 0; i < 10; i++) {
            assertThat(lane.takeProbe(clock.advance(Duration.ofSeconds(30)))).isTrue();
            lane.probed(Optional.of("down"), clock.instant());
        }

        assertThat(lane.probeAt()).isEqualTo(clock.instant().plusSeconds(30));
    }

    @Test
    void aGoodProbeClosesTheCircuit() {
        silent();
        silent();
        silent();

        lane.takeProbe(clock.advance(Duration.ofSeconds(2)));
        lane.probed(Optional.empty(), clock.instant());

        assertThat(lane.state()).isEqualTo("OPEN");
        assertThat(lane.room()).isEqualTo(1);
        assertThat(lane.suspect()).isFalse();
    }

    @Test
    void aPausedLaneSendsNothing() {
        lane.pause(true);

        assertThat(lane.hasRoom()).isFalse();
        assertThat(lane.state()).isEqualTo("PAUSED");
        lane.pause(false);
        assertThat(lane.hasRoom()).isTrue();
    }

    @Test
    void aLaneWithoutPluginSaysWhatToDo() {
        lane.absent("acme");

        assertThat(lane.hasRoom()).isFalse();
        assertThat(lane.state()).isEqualTo("NO_PLUGIN");
        assertThat(lane.detail()).contains("acme").contains("deploy/");
        lane.absent("");
        assertThat(lane.hasRoom()).isTrue();
    }

    @Test
    void anotherPluginStartsWithAClosedCircuit() {
        silent();
        silent();
        silent();

        lane.absent("acme");
        lane.absent("");

        assertThat(lane.state()).isEqualTo("OPEN");
    }

    @Test
    void anIdleLaneSaysWhetherItsPluginIsThere() {
        assertThat(LaneStatus.idle(lane.id(), true).state()).isEqualTo("OPEN");
        assertThat(LaneStatus.idle(lane.id(), false).state()).isEqualTo("NO_PLUGIN");
    }

    @Test
    void aStatusSaysWhyNothingGoesOut() {
        LaneId id = new LaneId(LaneKind.VIM, "one");

        assertThat(LaneStatus.idle(id, true).heldUp()).isEmpty();
        assertThat(LaneStatus.idle(id, false).heldUp()).isEqualTo("NO_PLUGIN");
        assertThat(new LaneStatus(id, "SLOW", "late", 1, 1, 1, null).heldUp()).isEmpty();
        assertThat(new LaneStatus(id, "PAUSED", "", 1, 0, 1, null).heldUp()).contains("paused");
        assertThat(new LaneStatus(id, "CIRCUIT_OPEN", "no answer", 1, 0, 1, null).heldUp())
                .isEqualTo("no answer");
    }
}

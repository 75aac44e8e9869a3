/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.janitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.errors.ErrorCode;
import io.telamon.model.LaneId;
import io.telamon.model.OperationId;
import io.telamon.model.event.Event;
import io.telamon.model.plan.OperationKind;
import io.telamon.model.plan.OperationState;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceState;
import io.telamon.ro.internal.FakeCloud;
import io.telamon.ro.internal.Reaction;
import io.telamon.ro.internal.Rig;
import io.telamon.ro.internal.Settings;
import io.telamon.testkit.JournalProbe;
import io.telamon.testkit.Samples;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the janitor notices, what it puts right and what it leaves alone. */
class JanitorTest {
    private final Rig rig = new Rig();
    private final LaneId lane = rig.account("one");
    private final Janitor janitor = new Janitor(rig.store, rig.ports, Settings.quick());
    private Resource net;

    @BeforeEach
    void makeOne() {
        OperationId id = rig.start(rig.plan(lane).network("net"));
        rig.await(id, OperationState.COMPLETED);
        net = rig.resource(id, "net");
    }

    @AfterEach
    void stop() {
        janitor.close();
        rig.close();
    }

    private ResourceState state(Resource thing) {
        return rig.store.read(work -> work.resources().find(thing.id())).orElseThrow().state();
    }

    @Test
    void whatIsAsRecordedIsNotMentioned() {
        assertThat(janitor.audit(lane)).isEmpty();
    }

    @Test
    void whatVanishedIsMarkedAndTold() {
        JournalProbe journal = new JournalProbe(rig.store);
        rig.cloud.turn("net", ResourceState.MISSING);

        assertThat(janitor.audit(lane)).containsExactly("net is recorded but not there");

        assertThat(state(net)).isEqualTo(ResourceState.MISSING);
        assertThat(journal.events())
                .singleElement()
                .returns("ResourceMissing", Event::type)
                .satisfies(
                        event ->
                                assertThat(event.data())
                                        .containsEntry("key", "net")
                                        .containsEntry("instance", net.owner().instance().value()));
    }

    @Test
    void whatVanishedIsToldOnce() {
        rig.cloud.turn("net", ResourceState.MISSING);
        janitor.audit(lane);

        assertThat(janitor.audit(lane)).isEmpty();
    }

    @Test
    void whatBrokeIsMarkedAndToldOnce() {
        JournalProbe journal = new JournalProbe(rig.store);
        rig.cloud.turn("net", ResourceState.ERROR);

        assertThat(janitor.audit(lane)).singleElement().asString().startsWith("net is broken");
        assertThat(janitor.audit(lane)).isEmpty();

        assertThat(state(net)).isEqualTo(ResourceState.ERROR);
        assertThat(journal.events()).singleElement().returns("ResourceBroken", Event::type);
    }

    @Test
    void whatRecoversIsWellAgain() {
        rig.cloud.turn("net", ResourceState.ERROR);
        janitor.audit(lane);
        JournalProbe journal = new JournalProbe(rig.store);
        rig.cloud.turn("net", ResourceState.ACTIVE);

        assertThat(janitor.audit(lane)).isEmpty();

        assertThat(state(net)).isEqualTo(ResourceState.ACTIVE);
        assertThat(journal.events()).singleElement().returns("ResourceRecovered", Event::type);
    }

    @Test
    void aFactThatChangedByItselfIsRecordedQuietly() {
        JournalProbe journal = new JournalProbe(rig.store);
        rig.cloud.fact("net", "packets/0", "7");

        assertThat(janitor.audit(lane)).isEmpty();

        assertThat(rig.store.read(work -> work.resources().find(net.id())).orElseThrow())
                .returns("7", thing -> thing.attribute("packets/0"));
        assertThat(journal.events()).isEmpty();
    }

    @Test
    void theYoungerOfTwoWithOneTokenIsDeleted() {
        String twin = rig.cloud.plant("one", net.token().value(), net.spec());

        assertThat(janitor.audit(lane)).containsExactly("net: deleted the younger twin " + twin);

        assertThat(rig.cloud.things())
                .extracting(FakeCloud.Thing::handle)
                .containsExactly(net.handle());
    }

    @Test
    void aThingWithATokenNobodyKnowsIsReportedAndLeftAlone() {
        String stranger = rig.cloud.plant("one", "not-ours", Samples.network("stranger"));

        assertThat(janitor.audit(lane)).containsExactly(stranger + " carries a token nobody knows");

        assertThat(rig.cloud.things()).hasSize(2);
    }

    @Test
    void whatIsBornDuringTheListingIsNotCalledMissing() {
        rig.cloud.beforeList(
                () -> {
                    rig.cloud.beforeList(() -> {});
                    OperationId id = rig.start(rig.plan(lane).network("young"));
                    rig.await(id, OperationState.COMPLETED);
                });

        assertThat(janitor.audit(lane)).isEmpty();
    }

    @Test
    void aListingThatLagsIsNotBelieved() {
        rig.cloud.on("list", "NetworkSpec", new Reaction.HideAll());

        assertThat(janitor.audit(lane)).isEmpty();

        assertThat(state(net)).isEqualTo(ResourceState.ACTIVE);
    }

    @Test
    void whatATaskWorksOnIsLeftAlone() {
        rig.cloud.on("delete", "net", new Reaction.Fail(ErrorCode.VIM_REJECTED));
        OperationId id = rig.start(rig.plan(lane).kind(OperationKind.TERMINATE).delete(net));
        rig.await(id, OperationState.FAILED_TEMP);
        String twin = rig.cloud.plant("one", net.token().value(), net.spec());

        assertThat(janitor.audit(lane)).isEmpty();

        assertThat(rig.cloud.things()).extracting(FakeCloud.Thing::handle).contains(twin);
    }

    @Test
    void aCloudThatFailsIsSaidSoAndNothingIsConcluded() {
        rig.cloud.on("list", "*", new Reaction.Fail(ErrorCode.VIM_TIMEOUT));

        List<String> found = janitor.audit(lane);

        assertThat(found).singleElement().asString().startsWith("not audited:");
        assertThat(state(net)).isEqualTo(ResourceState.ACTIVE);
    }
}

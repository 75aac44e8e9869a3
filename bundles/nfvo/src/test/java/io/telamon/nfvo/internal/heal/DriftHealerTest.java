/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.heal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.events.api.EventListener;
import io.telamon.events.api.EventStream;
import io.telamon.events.api.Subscription;
import io.telamon.model.PackageId;
import io.telamon.model.TenantId;
import io.telamon.model.event.Event;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.Topology;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.OperationKind;
import io.telamon.model.plan.OperationState;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceState;
import io.telamon.nfvo.internal.Rig;
import io.telamon.northbound.api.NsChange;
import io.telamon.testkit.Await;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which services are healed by themselves, and which are not. */
class DriftHealerTest {
    private final Rig rig = new Rig();
    private final FakeStream stream = new FakeStream();
    private PackageId shop;
    private DriftHealer healer;

    @BeforeEach
    void prepare() {
        rig.account("one");
        shop = rig.shop();
    }

    @AfterEach
    void stop() {
        if (healer != null) {
            healer.close();
        }
    }

    private void start() {
        healer = new DriftHealer(rig.store, rig.changes);
        healer.bind(stream);
    }

    private NsInstance running(String name, String drift) {
        NsInstance instance = rig.service(shop, name);
        NsChange up = new NsChange.Instantiate(Map.of(), Map.of(), drift);
        rig.robot.run(rig.accept(instance.id(), up).id());
        return rig.instance(instance.id());
    }

    private void lose(NsInstance instance, String key) {
        turn(instance, key, ResourceState.MISSING);
    }

    private void turn(NsInstance instance, String key, ResourceState state) {
        Resource gone =
                rig.things(instance.id()).stream()
                        .filter(thing -> thing.key().equals(key))
                        .findFirst()
                        .orElseThrow()
                        .withState(state);
        rig.store.write(
                work -> {
                    work.resources().save(List.of(gone));
                    return null;
                });
    }

    private List<Operation> heals(NsInstance instance) {
        return rig.store.read(work -> work.operations().ofInstance(instance.id())).stream()
                .filter(operation -> operation.kind() == OperationKind.HEAL)
                .toList();
    }

    private Operation awaitHeal(NsInstance instance, int count) {
        return Await.value(count + " heals", () -> heals(instance), found -> found.size() == count)
                .get(0);
    }

    @Test
    void aMissingThingOfAServiceThatWantsItIsHealed() {
        NsInstance instance = running("a", Topology.HEAL);
        start();

        lose(instance, "vnf/1/vdu/srv/0");
        stream.missing(instance, "vnf/1/vdu/srv/0");

        Operation heal = awaitHeal(instance, 1);
        assertThat(heal.actor()).isEqualTo("janitor");
        assertThat(heal.request()).containsEntry("cause", "missing: vnf/1/vdu/srv/0");
        assertThat(rig.plan(heal))
                .containsExactly("DELETE vnf/1/vdu/srv/0", "CREATE vnf/1/vdu/srv/0");
    }

    @Test
    void aBrokenThingIsReplaced() {
        NsInstance instance = running("a", Topology.HEAL);
        start();

        turn(instance, "vnf/1/vdu/srv/0", ResourceState.ERROR);
        lose(instance, "vnf/2/vdu/srv/0");
        stream.broken(instance, "vnf/1/vdu/srv/0");

        Operation heal = awaitHeal(instance, 1);
        assertThat(heal.request())
                .containsEntry("cause", "missing: vnf/2/vdu/srv/0; broken: vnf/1/vdu/srv/0");
        assertThat(rig.plan(heal)).contains("DELETE vnf/1/vdu/srv/0", "CREATE vnf/1/vdu/srv/0");
    }

    @Test
    void aServiceThatOnlyReportsIsLeftAlone() {
        NsInstance reports = running("a", Topology.REPORT);
        NsInstance heals = running("b", Topology.HEAL);
        start();

        lose(reports, "vld/data");
        stream.missing(reports, "vld/data");
        lose(heals, "vld/data");
        stream.missing(heals, "vld/data");

        awaitHeal(heals, 1);
        assertThat(heals(reports)).isEmpty();
    }

    @Test
    void manyMissingThingsAreOneHeal() {
        NsInstance instance = running("a", Topology.HEAL);
        lose(instance, "vnf/1/vdu/srv/0");
        lose(instance, "vnf/2/vdu/srv/0");
        start();

        stream.missing(instance, "vnf/1/vdu/srv/0");
        stream.missing(instance, "vnf/2/vdu/srv/0");
        NsInstance other = running("other", Topology.HEAL);
        lose(other, "vld/data");
        stream.missing(other, "vld/data");

        awaitHeal(other, 1);
        assertThat(rig.plan(awaitHeal(instance, 1)))
                .containsExactlyInAnyOrder(
                        "DELETE vnf/1/vdu/srv/0",
                        "CREATE vnf/1/vdu/srv/0",
                        "DELETE vnf/2/vdu/srv/0",
                        "CREATE vnf/2/vdu/srv/0");
    }

    @Test
    void whatWasMissingBeforeTheStartIsFound() {
        NsInstance instance = running("a", Topology.HEAL);
        lose(instance, "vnf/1/vdu/srv/0");

        start();

        awaitHeal(instance, 1);
    }

    @Test
    void aServiceHeldByAnOperationIsHealedWhenThatIsOver() {
        NsInstance instance = running("a", Topology.HEAL);
        Operation scale = rig.accept(instance.id(), new NsChange.Scale("1", "grow", 1));
        start();
        lose(instance, "vnf/2/vdu/srv/0");
        stream.missing(instance, "vnf/2/vdu/srv/0");
        assertThat(heals(instance)).isEmpty();

        assertThat(rig.robot.run(scale.id())).isEqualTo(OperationState.COMPLETED);
        stream.changed(instance);

        awaitHeal(instance, 1);
    }

    @Test
    void aFailedHealIsNotTriedForEver() {
        NsInstance instance = running("a", Topology.HEAL);
        start();
        lose(instance, "vnf/1/vdu/srv/0");
        stream.missing(instance, "vnf/1/vdu/srv/0");
        rig.robot.failAt("vnf/1/vdu/srv/0");
        rig.robot.run(awaitHeal(instance, 1).id());
        rig.robot.mend();

        stream.missing(instance, "vnf/1/vdu/srv/0");
        NsInstance other = running("other", Topology.HEAL);
        lose(other, "vld/data");
        stream.missing(other, "vld/data");

        awaitHeal(other, 1);
        assertThat(heals(instance)).hasSize(1);
    }

    @Test
    void aStreamThatLeavesIsNotHeard() {
        start();

        healer.unbind(stream);

        assertThat(stream.listener).isNull();
    }

    /** A stream that says what the test wants. */
    private static final class FakeStream implements EventStream {
        private volatile EventListener listener;
        private long position;

        @Override
        public long position() {
            return position;
        }

        @Override
        public Subscription subscribe(long from, TenantId tenant, EventListener next) {
            listener = next;
            return () -> listener = null;
        }

        private void missing(NsInstance instance, String key) {
            differs(instance, key, "ResourceMissing");
        }

        private void broken(NsInstance instance, String key) {
            differs(instance, key, "ResourceBroken");
        }

        private void differs(NsInstance instance, String key, String type) {
            say(
                    instance,
                    new Event.Subject("resource", key, ++position),
                    type,
                    Map.of("instance", instance.id().value(), "key", key));
        }

        private void changed(NsInstance instance) {
            say(
                    instance,
                    new Event.Subject("ns", instance.id().value(), ++position),
                    "NsInstanceChanged",
                    Map.of("state", "INSTANTIATED"));
        }

        private void say(
                NsInstance instance, Event.Subject subject, String type, Map<String, String> data) {
            Event event = new Event(instance.tenant(), subject, type, "test", Instant.now(), data);
            listener.onEvents(List.of(new Event.Positioned(position, event)));
        }
    }
}

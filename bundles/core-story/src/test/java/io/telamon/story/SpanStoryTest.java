/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.PackageId;
import io.telamon.model.plan.OperationState;
import io.telamon.model.resource.NetworkSpec;
import io.telamon.nfvo.internal.door.StoredInterconnects;
import io.telamon.northbound.api.InterconnectDraft;
import io.telamon.northbound.api.InterconnectView;
import io.telamon.northbound.api.NsChange;
import io.telamon.vim.spi.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Links over two clouds: each service has its VLAN on both, and gives it back. */
class SpanStoryTest {
    private static final int VLANS = 6;

    private final Core core = new Core();
    private final StoredInterconnects joins = new StoredInterconnects(core.store);

    @AfterEach
    void stop() {
        core.close();
    }

    private static NsChange.Instantiate apart() {
        return new NsChange.Instantiate(Map.of("1", "one", "2", "two"), Map.of(), "report");
    }

    private PackageId prepare() {
        core.account("one", Map.of("build-ms", "5", "delete-ms", "30"));
        core.account("two", Map.of("build-ms", "5", "delete-ms", "30"));
        joins.add(
                core.ada,
                new InterconnectDraft(
                        "wan",
                        "provider-network",
                        100,
                        99 + VLANS,
                        0,
                        List.of(
                                new InterconnectDraft.Side("one", "wire", ""),
                                new InterconnectDraft.Side("two", "wire", ""))));
        return Shop.onboard(core);
    }

    private List<String> segments(String account) {
        return core.there(account, NetworkSpec.class).stream()
                .map(Observation::attributes)
                .map(seen -> seen.get("segmentation"))
                .filter(segment -> !segment.isEmpty())
                .sorted()
                .toList();
    }

    private List<Integer> taken() {
        return joins.find(core.ada, "wan").uses().stream().map(InterconnectView.Use::vlan).toList();
    }

    private void all(List<NsInstanceId> services, NsChange change) {
        List<OperationId> started = new ArrayList<>();
        services.forEach(
                id -> started.add(core.services.change(core.ada, id, change).operation().id()));
        started.forEach(id -> core.await(id, OperationState.COMPLETED));
    }

    @Test
    void manyServicesTakeAVlanEachAndGiveThemBackTwice() {
        PackageId shop = prepare();
        List<NsInstanceId> services = new ArrayList<>();
        for (int i = 0; i < VLANS; i++) {
            services.add(core.service("s" + i, shop));
        }

        for (int life = 0; life < 2; life++) {
            all(services, apart());
            assertThat(taken()).containsExactly(100, 101, 102, 103, 104, 105);
            assertThat(segments("one"))
                    .isEqualTo(segments("two"))
                    .containsExactly(
                            "vlan:100", "vlan:101", "vlan:102", "vlan:103", "vlan:104", "vlan:105");
            all(services, new NsChange.Terminate());
            assertThat(taken()).isEmpty();
            assertThat(core.there("one")).isEmpty();
            assertThat(core.there("two")).isEmpty();
        }
    }

    @Test
    void aMemberThatMovesTakesTheLinkAlong() {
        NsInstanceId id = core.service("a", prepare());
        core.change(
                id,
                new NsChange.Instantiate(Map.of("*", "one"), Map.of(), "report"),
                OperationState.COMPLETED);
        assertThat(taken()).isEmpty();

        core.change(id, new NsChange.Migrate("2", "two"), OperationState.COMPLETED);

        assertThat(taken()).containsExactly(100);
        assertThat(segments("one")).isEqualTo(segments("two")).containsExactly("vlan:100");
        core.change(id, new NsChange.Migrate("2", "one"), OperationState.COMPLETED);
        assertThat(taken()).isEmpty();
        core.change(id, new NsChange.Terminate(), OperationState.COMPLETED);
        assertThat(core.there("one")).isEmpty();
        assertThat(core.there("two")).isEmpty();
    }
}

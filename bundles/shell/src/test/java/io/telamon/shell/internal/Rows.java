/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal;

import io.telamon.errors.Problem;
import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.PackageId;
import io.telamon.model.TenantId;
import io.telamon.model.catalog.CatalogEntry;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.catalog.PackageState;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.NsState;
import io.telamon.model.instance.Topology;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.OperationKind;
import io.telamon.model.plan.OperationState;
import io.telamon.northbound.api.AccountView;
import io.telamon.northbound.api.LaneView;
import io.telamon.northbound.api.NsView;
import io.telamon.northbound.api.OperationView;
import io.telamon.northbound.api.PackageView;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What facades answer in tests of commands. */
final class Rows {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final TenantId TENANT = new TenantId("default");

    private Rows() {}

    static AccountView account(String name) {
        LaneId lane = new LaneId(LaneKind.VIM, "id-" + name);
        return new AccountView(
                new Account(
                        lane,
                        TENANT,
                        name,
                        "simulator",
                        "sim://one",
                        Map.of(),
                        Map.of("zone", "a"),
                        "",
                        1),
                new LaneView(lane, name, "OPEN", "", 3, 1, 4, Duration.ZERO),
                null);
    }

    static NsView service(String name) {
        return new NsView(
                new NsInstance(
                        new NsInstanceId("ns-1"),
                        TENANT,
                        name,
                        "",
                        new PackageId("p"),
                        NsState.INSTANTIATED,
                        Topology.empty(),
                        new NsInstance.Stamps(NOW, "ada", NOW, null),
                        1),
                "a service",
                null);
    }

    static OperationView operation(OperationState state, Problem problem) {
        return new OperationView(
                new Operation(
                        new OperationId("op-1"),
                        TENANT,
                        new NsInstanceId("ns-1"),
                        OperationKind.SCALE,
                        Map.of(),
                        "ada",
                        null,
                        new Operation.Progress(state, NOW, NOW, null, problem),
                        1),
                "shop",
                2,
                1,
                0);
    }

    static PackageView edgeCache() {
        return new PackageView(
                PackageId.create(),
                TenantId.create(),
                PackageKind.NS,
                new CatalogEntry.Name("edge-cache", "edge-cache", "Telamon", "1.0"),
                PackageState.ONBOARDED,
                true,
                false,
                null,
                Map.of(),
                Instant.EPOCH,
                0);
    }
}

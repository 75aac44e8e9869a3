/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import static io.telamon.edge.controller.internal.Stage.route;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.edge.api.EdgeRouterView.State;
import io.telamon.testkit.Await;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ControllerTest {
    private final Stage stage = new Stage(new FlatLayout());

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void everyRouterLearnsEveryComputerWhoeverComesFirst() {
        stage.computer("x:1", "f", "g");
        TableServer one = stage.router("r:1");
        TableServer two = stage.router("r:2");
        stage.computer("y:1", "f");

        Map<Route, Boolean> all =
                Map.of(route("f", "x:1"), true, route("g", "x:1"), true, route("f", "y:1"), true);
        stage.until(one, all);
        stage.until(two, all);
    }

    @Test
    void aNewAnnouncementReplacesTheOldOne() {
        TableServer router = stage.router("r:1");
        stage.computer("x:1", "f", "g");
        stage.until(router, Map.of(route("f", "x:1"), true, route("g", "x:1"), true));

        stage.computer("x:1", "g", "h");

        stage.until(router, Map.of(route("g", "x:1"), true, route("h", "x:1"), true));
    }

    @Test
    void aRemovedComputerLeavesNoRoute() {
        TableServer router = stage.router("r:1");
        stage.computer("x:1", "f", "g");
        stage.computer("y:1", "f");
        stage.until("r:1", State.SYNCED);

        stage.controller.remove("x:1");

        stage.until(router, Map.of(route("f", "y:1"), true));
        assertThat(stage.computers()).containsExactly("y:1");
    }

    @Test
    void aRouterThatWasAwayIsBroughtUpToDateWhenItIsBack() {
        TableServer router = stage.router("r:1");
        TableServer other = stage.router("r:2");
        stage.computer("x:1", "f");
        stage.until(router, Map.of(route("f", "x:1"), true));
        router.stop();

        stage.computer("y:1", "f");
        stage.controller.remove("x:1");
        stage.until(other, Map.of(route("f", "y:1"), true));
        stage.until("r:1", State.SUSPENDED);
        assertThat(stage.view("r:1").trouble()).isNotEmpty();
        router.restart();
        stage.pass(Duration.ofSeconds(10));

        stage.until(router, Map.of(route("f", "y:1"), true));
        stage.until("r:1", State.SYNCED);
    }

    @Test
    void pausesBetweenTriesGrowAndEnd() {
        assertThat(List.of(1, 2, 3, 6, 7, 1000))
                .extracting(failures -> Pauses.DEFAULT.after(failures).toMillis())
                .containsExactly(200L, 400L, 800L, 6400L, 10_000L, 10_000L);
    }

    @Test
    void aSilentRouterDelaysNobodyElse() {
        TableServer silent = stage.router("r:1");
        silent.silent = true;
        TableServer other = stage.router("r:2");

        stage.computer("x:1", "f");

        stage.until(other, Map.of(route("f", "x:1"), true));
        stage.until("r:1", State.SUSPENDED);
        silent.silent = false;
        stage.pass(Duration.ofSeconds(10));
        stage.until(silent, Map.of(route("f", "x:1"), true));
    }

    @Test
    void aRouterThatComesAgainAfterACrashIsFilledAtOnce() {
        TableServer router = stage.router("r:1");
        stage.computer("x:1", "f");
        stage.until(router, Map.of(route("f", "x:1"), true));

        router.table.clear();
        stage.announce("r:1", router);

        Await.until("filled without time going on", () -> router.table.size() == 1);
    }

    @Test
    void aRouteThatSomebodyRemovedComesBackWithTheNextLook() {
        TableServer router = stage.router("r:1");
        stage.computer("x:1", "f");
        stage.until(router, Map.of(route("f", "x:1"), true));
        stage.until("r:1", State.SYNCED);

        router.table.clear();
        stage.pass(Pauses.DEFAULT.audit());

        stage.until(router, Map.of(route("f", "x:1"), true));
    }

    @Test
    void routesMadeByHandStay() {
        TableServer router = new TableServer();
        stage.servers.add(router);
        router.table.put(route("mine", "z:1"), false);
        stage.announce("r:1", router);
        stage.computer("x:1", "f");
        stage.until(router, Map.of(route("f", "x:1"), true, route("mine", "z:1"), false));

        stage.controller.remove("x:1");

        stage.until(router, Map.of(route("mine", "z:1"), false));
    }

    @Test
    void aTableThatCannotBeReadIsEmptiedAndFilled() {
        TableServer router = new TableServer();
        stage.servers.add(router);
        router.unreadable = true;
        router.table.put(route("old", "z:1"), true);
        stage.computer("x:1", "f");

        stage.announce("r:1", router);

        stage.until(router, Map.of(route("f", "x:1"), true));
        stage.until("r:1", State.SYNCED);
        int orders = router.orders.size();
        stage.pass(Pauses.DEFAULT.audit());
        stage.pass(Pauses.DEFAULT.audit());
        stage.computer("y:1", "f");
        stage.until(router, Map.of(route("f", "x:1"), true, route("f", "y:1"), true));
        assertThat(router.orders).as("emptied once").hasSize(orders + 1);
    }

    @Test
    void aRouterThatComesBackUnderAnotherNameIsOneRouter() {
        TableServer router = stage.router("r:1");
        stage.computer("x:1", "f");
        stage.until(router, Map.of(route("f", "x:1"), true));

        stage.announce("r:2", router);

        assertThat(stage.controller.routers())
                .extracting(view -> view.endpoint())
                .containsExactly("r:2");
        stage.until("r:2", State.SYNCED);
        assertThat(router.table).hasSize(1);
    }

    @Test
    void aRefusedRouteHoldsUpNoOther() {
        TableServer router = stage.router("r:1");
        router.poison = "bad";

        stage.computer("x:1", "a", "bad", "c");

        stage.until(router, Map.of(route("a", "x:1"), true, route("c", "x:1"), true));
        Await.until("only that is missing", () -> stage.view("r:1").missing() == 1);
        router.poison = "none";
        stage.pass(Pauses.DEFAULT.audit());
        Await.until("asked again with the next look", () -> router.table.size() == 3);
    }

    @Test
    void aLeaseThatRunsOutRemovesTheComputer() {
        TableServer router = stage.router("r:1");
        stage.leased("x:1", "f");
        stage.computer("y:1", "f");
        stage.until(router, Map.of(route("f", "x:1"), true, route("f", "y:1"), true));

        stage.pass(Duration.ofSeconds(6));
        stage.leased("x:1", "f");
        stage.pass(Duration.ofSeconds(6));
        assertThat(stage.computers()).containsExactly("x:1", "y:1");
        stage.pass(Stage.LEASE);

        stage.until(router, Map.of(route("f", "y:1"), true));
        assertThat(stage.computers()).as("who announces itself once stays").containsExactly("y:1");
    }

    @Test
    void renewingALeaseSendsNothing() {
        TableServer router = stage.router("r:1");
        stage.leased("x:1", "f");
        stage.until(router, Map.of(route("f", "x:1"), true));
        stage.until("r:1", State.SYNCED);
        int orders = router.orders.size();

        stage.leased("x:1", "f");
        stage.leased("x:1", "f");
        stage.computer("y:1", "g");

        stage.until(router, Map.of(route("f", "x:1"), true, route("g", "y:1"), true));
        assertThat(router.orders).hasSize(orders + 1);
    }

    @Test
    void aRouterWithALeaseIsForgottenWhenItRunsOut() {
        TableServer router = new TableServer();
        stage.servers.add(router);
        stage.controller.announce(new Router("r:1", router.endpoint()), Optional.of(Stage.LEASE));
        stage.router("r:2");
        assertThat(stage.controller.routers()).hasSize(2);

        stage.pass(Stage.LEASE);

        assertThat(stage.controller.routers())
                .extracting(view -> view.endpoint())
                .containsExactly("r:2");
    }

    @Test
    void aLeaseOfNoTimeIsAGoodbye() {
        TableServer router = stage.router("r:1");
        stage.leased("x:1", "f");
        stage.until(router, Map.of(route("f", "x:1"), true));

        stage.controller.announce(Computer.of("x:1", List.of("f")), Optional.of(Duration.ZERO));
        stage.until(router, Map.of());
        stage.controller.announce(new Router("r:1", router.endpoint()), Optional.of(Duration.ZERO));

        assertThat(stage.controller.routers()).isEmpty();
    }

    @Test
    void aControllerThatStartsAnewLeavesTablesThatAreRightAlone() {
        TableServer router = stage.router("r:1");
        stage.leased("x:1", "f");
        stage.leased("y:1", "f");
        Map<Route, Boolean> all = Map.of(route("f", "x:1"), true, route("f", "y:1"), true);
        stage.until(router, all);
        stage.until("r:1", State.SYNCED);
        stage.controller.close();
        int orders = router.orders.size();

        stage.start(new FlatLayout());
        stage.announce("r:1", router);
        stage.until("r:1", State.SYNCED);
        assertThat(router.table).as("before the computers say anything").isEqualTo(all);
        stage.leased("x:1", "f");
        stage.leased("y:1", "f");

        stage.until("r:1", State.SYNCED);
        Await.until("both are known", () -> stage.view("r:1").routes() == 2);
        assertThat(router.orders).hasSize(orders);
    }

    @Test
    void whoIsReportedDeadGoesFromAllTablesEvenUnknown() {
        TableServer router = new TableServer();
        stage.servers.add(router);
        router.table.put(route("f", "dead:1"), true);
        stage.announce("r:1", router);

        stage.controller.remove("dead:1");

        stage.until(router, Map.of());
    }

    @Test
    void whoHasNoLeaseIsKnockedAt() {
        TableServer router = stage.router("r:1");
        stage.open.add("x:1");
        stage.computer("x:1", "f");
        stage.computer("hidden:1", "f");
        Map<Route, Boolean> both = Map.of(route("f", "x:1"), true, route("f", "hidden:1"), true);
        stage.until(router, both);
        knock(1);

        stage.open.remove("x:1");
        knock(5);

        stage.until(router, Map.of(route("f", "hidden:1"), true));
        assertThat(stage.controller.computers().get(1).present()).isFalse();
        stage.open.add("x:1");
        knock(1);
        stage.until(router, both);
    }

    private void knock(int times) {
        for (int i = 0; i < times; i++) {
            stage.pass(Pauses.DEFAULT.probe());
            stage.until("r:1", State.SYNCED);
        }
    }

    @Test
    void whateverHappensTheTablesEndUpRight() {
        Random random = new Random(7);
        TableServer one = stage.router("r:1");
        TableServer two = stage.router("r:2");
        Map<Route, Boolean> expected = new HashMap<>();
        for (int round = 0; round < 300; round++) {
            String computer = "x:" + (1 + random.nextInt(5));
            switch (random.nextInt(6)) {
                case 0 -> {
                    stage.controller.remove(computer);
                    expected.keySet().removeIf(route -> route.destination().equals(computer));
                }
                case 1 -> one.silent = random.nextInt(3) == 0;
                case 2 -> two.table.clear();
                case 3 -> stage.pass(Duration.ofMillis(random.nextInt(3000)));
                default -> {
                    String lambda = "f" + random.nextInt(3);
                    stage.computer(computer, lambda, "g");
                    expected.keySet().removeIf(route -> route.destination().equals(computer));
                    expected.put(route(lambda, computer), true);
                    expected.put(route("g", computer), true);
                }
            }
        }
        one.silent = false;
        stage.pass(Duration.ofSeconds(40));

        stage.until(one, expected);
        stage.until(two, expected);
    }
}

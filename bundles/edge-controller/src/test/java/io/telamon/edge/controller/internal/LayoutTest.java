/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LayoutTest {
    /** a and b are near each other, c is far from a. */
    private static final Topology LINE =
            Topology.parse(List.of("a 0 1 4 9", "b 1 0 3 9", "c 4 3 0 9", "d 9 9 9 0"));

    private static final Router A = new Router("a:1", "a:2");
    private static final Router B = new Router("b:1", "b:2");
    private static final Router C = new Router("c:1", "c:2");

    @Test
    void flatGivesEveryComputerToEveryRouterAsFinal() {
        Plan plan =
                new FlatLayout()
                        .plan(
                                List.of(computer("x:9", "f", "g"), computer("y:9", "f")),
                                List.of(A, B),
                                Set.of());

        assertThat(plan.tables().get("a:1"))
                .isEqualTo(plan.tables().get("b:1"))
                .containsOnly(
                        Map.entry(new Route("f", "x:9"), true),
                        Map.entry(new Route("g", "x:9"), true),
                        Map.entry(new Route("f", "y:9"), true));
        assertThat(plan.homes()).isEmpty();
    }

    @Test
    void hierarchicalGivesTheHomeAFinalRouteAndTheOthersOneToTheHomePerLambda() {
        Plan plan =
                hierarchical(Objective.MIN_MAX, 0)
                        .plan(
                                List.of(computer("a:9", "f", "g"), computer("a:8", "f")),
                                List.of(A, C),
                                Set.of());

        assertThat(plan.homes()).containsOnly(Map.entry("a:9", "a:1"), Map.entry("a:8", "a:1"));
        assertThat(plan.tables().get("a:1"))
                .containsOnly(
                        Map.entry(new Route("f", "a:9"), true),
                        Map.entry(new Route("g", "a:9"), true),
                        Map.entry(new Route("f", "a:8"), true));
        assertThat(plan.tables().get("c:1"))
                .containsOnly(
                        Map.entry(new Route("f", "a:1"), false),
                        Map.entry(new Route("g", "a:1"), false));
    }

    @Test
    void objectivesChooseDifferentHomes() {
        // ways to a computer at c with routers at p, q and r: over p at most 6, in sum 14; over q
        // at most 7, in sum 13
        Topology ways = Topology.parse(List.of("p 0 9 9 2", "q 4 0 9 1", "r 4 6 0 9", "c 9 9 9 0"));
        List<Router> routers = List.of(router("p"), router("q"), router("r"));
        Computer computer = computer("c:9", "f");

        Plan shortLongest =
                new HierarchicalLayout(ways, Objective.MIN_MAX, 0)
                        .plan(List.of(computer), routers, Set.of());
        Plan shortSum =
                new HierarchicalLayout(alike(), Objective.MIN_AVG, 0)
                        .plan(List.of(computer), routers, Set.of());

        assertThat(shortLongest.homes()).containsEntry("c:9", "p:1");
        assertThat(shortSum.homes()).containsEntry("c:9", "q:1");
    }

    /** Over p the ways are 2, 5, 5 (longest 5, sum 12), over q 1, 1, 8 (longest 8, sum 10). */
    private static Topology alike() {
        return Topology.parse(List.of("p 0 0 9 2", "q 3 0 9 1", "r 3 7 0 9", "c 9 9 9 0"));
    }

    @Test
    void theLongestWayDecidesWhereTheSumWouldNot() {
        List<Router> routers = List.of(router("p"), router("q"), router("r"));

        Plan plan =
                new HierarchicalLayout(alike(), Objective.MIN_MAX, 0)
                        .plan(List.of(computer("c:9", "f")), routers, Set.of());

        assertThat(plan.homes()).containsEntry("c:9", "p:1");
    }

    @Test
    void theSeedDecidesBetweenRoutersAtOneAddress() {
        List<Router> routers = new ArrayList<>();
        for (int port = 1; port <= 4; port++) {
            routers.add(new Router("a:" + port, "a:1" + port));
        }
        List<Computer> computers = new ArrayList<>();
        for (int port = 0; port < 400; port++) {
            computers.add(computer("b:" + (1000 + port), "f"));
        }

        Map<String, String> homes =
                hierarchical(Objective.MIN_MAX, 1).plan(computers, routers, Set.of()).homes();
        Collections.reverse(routers);
        Map<String, String> again =
                hierarchical(Objective.MIN_MAX, 1).plan(computers, routers, Set.of()).homes();
        Map<String, String> other =
                hierarchical(Objective.MIN_MAX, 2).plan(computers, routers, Set.of()).homes();

        assertThat(again).isEqualTo(homes);
        assertThat(other).isNotEqualTo(homes);
        for (Router router : routers) {
            assertThat(Collections.frequency(homes.values(), router.endpoint()))
                    .as("computers of %s", router)
                    .isBetween(65, 135);
        }
    }

    @Test
    void aRouterThatLeavesMovesOnlyItsOwnComputers() {
        List<Router> routers =
                List.of(
                        new Router("a:1", "a:11"),
                        new Router("a:2", "a:12"),
                        new Router("a:3", "a:13"));
        List<Computer> computers = new ArrayList<>();
        for (int port = 0; port < 60; port++) {
            computers.add(computer("b:" + (1000 + port), "f"));
        }
        HierarchicalLayout layout = hierarchical(Objective.MIN_MAX, 1);

        Map<String, String> before = layout.plan(computers, routers, Set.of()).homes();
        Map<String, String> after = layout.plan(computers, routers.subList(0, 2), Set.of()).homes();

        before.forEach(
                (computer, home) -> {
                    if (!home.equals("a:3")) {
                        assertThat(after).containsEntry(computer, home);
                    }
                });
        assertThat(after.values()).doesNotContain("a:3");
    }

    @Test
    void aRouterThatIsAwayIsNobodysHomeUnlessAllAre() {
        HierarchicalLayout layout = hierarchical(Objective.MIN_MAX, 0);
        List<Computer> computers = List.of(computer("a:9", "f"));

        Plan one = layout.plan(computers, List.of(A, B), Set.of("a:1"));
        Plan all = layout.plan(computers, List.of(A, B), Set.of("a:1", "b:1"));

        assertThat(one.homes()).containsEntry("a:9", "b:1");
        assertThat(one.tables().get("a:1")).containsOnly(Map.entry(new Route("f", "b:1"), false));
        assertThat(all.homes()).containsEntry("a:9", "a:1");
    }

    @Test
    void withoutRoutersThereIsNothingToPlan() {
        Plan plan =
                hierarchical(Objective.MIN_AVG, 0)
                        .plan(List.of(computer("stranger:9", "f")), List.of(), Set.of());

        assertThat(plan.tables()).isEmpty();
        assertThat(plan.homes()).isEmpty();
    }

    private static HierarchicalLayout hierarchical(Objective objective, long seed) {
        return new HierarchicalLayout(LINE, objective, seed);
    }

    private static Router router(String host) {
        return new Router(host + ":1", host + ":2");
    }

    private static Computer computer(String endpoint, String... lambdas) {
        return new Computer(endpoint, new TreeSet<>(List.of(lambdas)));
    }
}

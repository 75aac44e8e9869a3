/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.resource.FloatingAddressSpec;
import io.telamon.model.resource.RouterSpec;
import io.telamon.model.resource.SecurityGroupSpec;
import io.telamon.model.resource.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Routers, floating addresses and security groups keep what can stay. */
class OutsidePlanTest {
    private final PlanWorld world = new PlanWorld();

    private static List<Desired> service(String... rules) {
        List<Desired> wishes = new ArrayList<>();
        wishes.add(Wanted.net("net"));
        wishes.add(Wanted.flavor(1));
        List<SecurityGroupSpec.Rule> all = new ArrayList<>();
        for (String protocol : rules) {
            all.add(new SecurityGroupSpec.Rule(true, 4, protocol, 0, 65_535));
        }
        wishes.add(Desired.own("group", Wanted.VIM, new SecurityGroupSpec("group", all)));
        wishes.add(Wanted.server("s0", 1, "", List.of("net")));
        List<Value> subnets = List.of(Value.ref("net", "subnet"));
        wishes.add(Desired.own("way", Wanted.VIM, new RouterSpec("way", "public", subnets)));
        wishes.add(
                Desired.own(
                        "address",
                        Wanted.VIM,
                        new FloatingAddressSpec(
                                "address",
                                "public",
                                Value.ref("s0", "port/net"),
                                Value.ref("way"),
                                "")));
        return wishes;
    }

    private static List<String> words(Plan plan) {
        return plan.tasks().stream().map(task -> task.verb() + " " + task.key()).toList();
    }

    @Test
    void theAddressComesLastAndGoesFirst() {
        Plan plan = world.plan(service("tcp"));
        assertThat(words(plan)).endsWith("CREATE address").contains("CREATE way");
        world.apply(plan);

        assertThat(words(world.plan(List.of())))
                .containsSubsequence("DELETE address", "DELETE way", "DELETE net")
                .containsSubsequence("DELETE address", "DELETE s0", "DELETE net");
    }

    @Test
    void theAddressOutlivesItsServer() {
        world.apply(world.plan(service("tcp")));

        Plan plan = world.plan(world.input(service("tcp"), Set.of("s0"), Set.of()));

        assertThat(words(plan)).containsExactly("DELETE s0", "CREATE s0", "UPDATE address");
    }

    @Test
    void aNewNetworkNeedsANewWay() {
        world.apply(world.plan(service("tcp")));

        Plan plan = world.plan(world.input(service("tcp"), Set.of("net"), Set.of()));

        assertThat(words(plan))
                .containsSubsequence("DELETE address", "DELETE way", "DELETE net", "CREATE net")
                .containsSubsequence("CREATE net", "CREATE way", "CREATE address");
    }

    @Test
    void rulesChangeInPlace() {
        world.apply(world.plan(service("tcp")));

        assertThat(words(world.plan(service("tcp", "udp")))).containsExactly("UPDATE group");
    }
}

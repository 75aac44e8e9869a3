/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.telamon.errors.ErrorCode;
import io.telamon.model.resource.FloatingAddressSpec;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.InterfaceSpec;
import io.telamon.model.resource.ResourceState;
import io.telamon.model.resource.RouterSpec;
import io.telamon.model.resource.ServerSpec;
import io.telamon.model.resource.Value;
import io.telamon.vim.spi.Observation;
import io.telamon.vim.spi.VimAbility;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How cards are reached from outside. */
public interface OutsideContract extends VimContract {
    /** The address stays when the machine behind it is made anew; routers go after addresses. */
    @Test
    default void aFloatingAddressLeadsToACardAndThenToAnother() {
        assumeTrue(
                session().abilities().contains(VimAbility.FLOATING_ADDRESS),
                "this cloud has no floating addresses");
        Stage stage = stage();
        assumeTrue(stage.outside().isPresent(), "this cloud has no network outside");
        String outside = stage.outside().orElseThrow();
        Observation network = stage.network("inside").active();
        String subnet = network.attributes().get("subnet");
        Trial<RouterSpec> router = stage.router("way", outside, List.of(subnet));
        Handle way = new Handle(router.active().handle());
        Observation first = server(stage, network, "first").active();
        Observation second = server(stage, network, "second").active();
        String port = first.attributes().get("port/eth0");
        Trial<FloatingAddressSpec> floating = stage.floating("address", outside, port);
        Handle handle = new Handle(floating.active().handle());

        Observation before = floating.operator().observe(handle);
        assertThatThrownBy(() -> router.operator().delete(way))
                .satisfies(error -> Expect.code(error, ErrorCode.VIM_REJECTED));
        floating.operator().update(handle, floating.spec(), at(floating.spec(), second));
        Observation after = floating.operator().observe(handle);
        floating.gone(handle);
        router.gone(way);

        assertThat(before.attributes())
                .containsEntry("address/fixed", first.attributes().get("address/eth0"));
        assertThat(after.attributes())
                .containsEntry("address/fixed", second.attributes().get("address/eth0"));
        assertThat(after.attributes().get(FloatingAddressSpec.ADDRESS))
                .isNotBlank()
                .isEqualTo(before.attributes().get(FloatingAddressSpec.ADDRESS));
    }

    private static Trial<ServerSpec> server(Stage stage, Observation network, String name) {
        List<InterfaceSpec> cards = List.of(Stage.card("eth0", network.handle(), "", false));
        return stage.server(name, cards, "");
    }

    private static FloatingAddressSpec at(FloatingAddressSpec spec, Observation server) {
        Value port = Value.of(server.attributes().get("port/eth0"));
        return new FloatingAddressSpec(
                spec.name(), spec.external(), port, spec.router(), spec.address());
    }

    /** A network that joined keeps its way; one that left can go. */
    @Test
    default void aRouterChangesItsNetworksInPlace() {
        assumeTrue(
                session().abilities().contains(VimAbility.FLOATING_ADDRESS),
                "this cloud has no routers");
        Stage stage = stage();
        assumeTrue(stage.outside().isPresent(), "this cloud has no network outside");
        Trial<?> one = stage.network("one");
        Observation first = one.active();
        Observation second = stage.network("two").active();
        List<String> before = List.of(first.attributes().get("subnet"));
        List<String> after = List.of(second.attributes().get("subnet"));
        String outside = stage.outside().orElseThrow();
        Trial<RouterSpec> router = stage.router("way", outside, before);
        Handle way = new Handle(router.active().handle());
        RouterSpec to = stage.router("way", outside, after).spec();
        Handle left = new Handle(first.handle());

        assertThatThrownBy(() -> one.operator().delete(left))
                .satisfies(error -> Expect.code(error, ErrorCode.VIM_REJECTED));
        router.operator().update(way, router.spec(), to);
        router.operator().update(way, to, to);
        one.gone(left);

        assertThat(router.operator().observe(way).state()).isEqualTo(ResourceState.ACTIVE);
        router.gone(way);
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.telamon.errors.ErrorCode;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.InterfaceSpec;
import io.telamon.model.resource.ResourceState;
import io.telamon.model.resource.SecurityGroupSpec;
import io.telamon.model.resource.SecurityGroupSpec.Rule;
import io.telamon.model.resource.ServerSpec;
import io.telamon.model.resource.Value;
import io.telamon.vim.spi.VimAbility;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which packets may pass a card. */
public interface SecurityContract extends VimContract {
    /** A group goes after the servers in it. */
    @Test
    default void aCardIsInItsSecurityGroupOrGroupsAreRefused() {
        Stage stage = stage();
        String network = stage.network("guarded").active().handle();
        InterfaceSpec card = Stage.card("eth0", network, "", false);
        if (!session().abilities().contains(VimAbility.SECURITY_GROUP)) {
            List<InterfaceSpec> cards = List.of(card.in(List.of(Value.of("any-group"))));
            assertThatThrownBy(() -> stage.server("one", cards, "").create(Trial.token()))
                    .satisfies(error -> Expect.code(error, ErrorCode.UNSUPPORTED));
            return;
        }
        Trial<SecurityGroupSpec> group = stage.securityGroup("used", Stage.WEB);
        Handle handle = new Handle(group.active().handle());
        List<Value> groups = List.of(Value.of(handle.value()));
        Trial<ServerSpec> server = stage.server("one", List.of(card.in(groups)), "");
        Handle user = new Handle(server.active().handle());

        assertThatThrownBy(() -> group.operator().delete(handle))
                .satisfies(error -> Expect.code(error, ErrorCode.VIM_REJECTED));
        server.gone(user);
        group.gone(handle);

        assertThat(group.operator().observe(handle).state()).isEqualTo(ResourceState.MISSING);
    }

    /** The rules are those of the spec, however the group stood before. */
    @Test
    default void rulesOfASecurityGroupChangeInPlace() {
        assumeTrue(
                session().abilities().contains(VimAbility.SECURITY_GROUP),
                "this cloud has no security groups");
        Rule ping = new Rule(true, 4, "icmp", 0, 65_535);
        Rule names = new Rule(false, 6, "udp", 53, 53);
        Trial<SecurityGroupSpec> group = stage().securityGroup("changed", Stage.WEB, ping);
        Handle handle = new Handle(group.active().handle());
        SecurityGroupSpec from = group.spec();
        SecurityGroupSpec to = new SecurityGroupSpec(from.name(), List.of(ping, names));

        assertThat(group.operator().observe(handle).attributes())
                .containsEntry("rules", "in ipv4 icmp, in ipv4 tcp 80-81");
        group.operator().update(handle, from, to);
        group.operator().update(handle, to, to);
        assertThat(group.operator().observe(handle).attributes())
                .containsEntry("rules", "in ipv4 icmp, out ipv6 udp 53");
        group.operator().update(handle, to, from);

        assertThat(group.operator().observe(handle).attributes())
                .containsEntry("rules", "in ipv4 icmp, in ipv4 tcp 80-81");
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.desire;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.descriptor.ComputeSpec;
import io.telamon.model.descriptor.DescriptorInfo;
import io.telamon.model.descriptor.InterfaceAddress;
import io.telamon.model.descriptor.InterfaceAttachment;
import io.telamon.model.descriptor.InterfaceTraits;
import io.telamon.model.descriptor.InterfaceType;
import io.telamon.model.descriptor.IpVersion;
import io.telamon.model.descriptor.PortRange;
import io.telamon.model.descriptor.SecurityRule;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VduImage;
import io.telamon.model.descriptor.VduInterface;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.resource.InterfaceSpec;
import io.telamon.model.resource.SecurityGroupSpec;
import io.telamon.model.resource.ServerSpec;
import io.telamon.model.resource.Value;
import io.telamon.vim.spi.VimAbility;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules of descriptors become groups; named groups are used; what cannot be is refused. */
class SecurityGroupsTest {
    private static final String SERVER = "vnf/1/vdu/srv/0";
    private static final String WEB = "vnf/1/security-group/ping+web";

    private final OneCloud cloud = new OneCloud();

    private static InterfaceTraits traits(
            Boolean security, List<String> groups, List<String> rules) {
        return new InterfaceTraits(
                Optional.empty(), false, Optional.ofNullable(security), groups, rules);
    }

    private static VnfDescriptor guarded(InterfaceTraits outer, InterfaceTraits inner) {
        return VnfDescriptor.builder(DescriptorInfo.of("web", "1.0"))
                .vdus(
                        List.of(
                                Vdu.builder("srv", ComputeSpec.of(1, 512, 1))
                                        .image(VduImage.named("debian"))
                                        .interfaces(List.of(card(0, outer), card(1, inner)))
                                        .build()))
                .securityRules(
                        List.of(
                                rule("web", "tcp", new PortRange(80, 80)),
                                rule("ping", "icmp", new PortRange(0, 65_535))))
                .build();
    }

    private static SecurityRule rule(String id, String protocol, PortRange ports) {
        return new SecurityRule(id, true, IpVersion.IPV4, protocol, ports);
    }

    private static VduInterface card(int number, InterfaceTraits traits) {
        return new VduInterface(
                "eth" + number,
                number,
                InterfaceType.VIRTIO,
                InterfaceAttachment.external("cp" + number, "front"),
                InterfaceAddress.any(),
                traits);
    }

    private List<InterfaceSpec> cards(VnfDescriptor vnfd) {
        return cloud.spec(vnfd, ServerSpec.class, SERVER).interfaces();
    }

    @Test
    void cardsOfTheSameRulesShareOneGroupOfTheirOwn() {
        cloud.abilities.add(VimAbility.SECURITY_GROUP);
        VnfDescriptor vnfd =
                guarded(
                        traits(null, List.of(), List.of("web", "ping")),
                        traits(true, List.of(), List.of("ping", "web")));

        assertThat(cloud.refusals(vnfd)).isEmpty();
        assertThat(cloud.keys(vnfd)).containsOnlyOnce(WEB);
        assertThat(cards(vnfd))
                .extracting(InterfaceSpec::groups)
                .containsOnly(List.of(Value.ref(WEB)));
        assertThat(SecurityGroupSpec.text(cloud.spec(vnfd, SecurityGroupSpec.class, WEB).rules()))
                .isEqualTo("in ipv4 icmp, in ipv4 tcp 80");
        assertThat(cloud.keys(vnfd).indexOf(WEB)).isLessThan(cloud.keys(vnfd).indexOf(SERVER));
    }

    @Test
    void aPortWithoutSecurityHasNoGroups() {
        cloud.abilities.add(VimAbility.SECURITY_GROUP);
        InterfaceTraits open = traits(false, List.of("default"), List.of("web"));
        VnfDescriptor vnfd = guarded(open, open);

        assertThat(cards(vnfd)).allSatisfy(card -> assertThat(card.forwarding()).isTrue());
        assertThat(cards(vnfd)).allSatisfy(card -> assertThat(card.groups()).isEmpty());
        assertThat(cloud.refusals(vnfd)).isEmpty();
    }

    @Test
    void namedGroupsAreUsedAndTheAccountNamesThoseOfAllOthers() {
        cloud.abilities.add(VimAbility.SECURITY_GROUP);
        cloud.settings.put("security-groups", "base, ssh");
        cloud.groups.put("base", "g-1");
        cloud.groups.put("ssh", "g-2");
        cloud.groups.put("mine", "g-3");
        VnfDescriptor vnfd =
                guarded(
                        traits(null, List.of("mine"), List.of()),
                        traits(null, List.of(), List.of()));

        assertThat(cards(vnfd).get(0).groups()).containsExactly(Value.ref("security-group/mine"));
        assertThat(cards(vnfd).get(1).groups())
                .containsExactly(Value.ref("security-group/base"), Value.ref("security-group/ssh"));
        assertThat(cloud.desired(vnfd).things())
                .filteredOn(thing -> thing.key().equals("security-group/ssh"))
                .allSatisfy(thing -> assertThat(thing.adoptHandle()).isEqualTo("g-2"))
                .hasSize(1);
    }

    @Test
    void whatTheCloudDoesNotHaveIsRefusedWithItsName() {
        InterfaceTraits plain = traits(null, List.of(), List.of());
        VnfDescriptor ruled = guarded(traits(null, List.of(), List.of("web")), plain);
        VnfDescriptor named = guarded(traits(null, List.of("mine"), List.of()), plain);

        assertThat(cloud.refusals(ruled))
                .singleElement()
                .asString()
                .startsWith("Account edge does not offer security groups (security-group)");
        cloud.abilities.add(VimAbility.SECURITY_GROUP);
        assertThat(cloud.refusals(ruled)).isEmpty();
        assertThat(cloud.refusals(named))
                .containsExactly("Security group mine, wanted by member 1, is not on account edge");
    }
}

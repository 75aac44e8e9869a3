/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.desire;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.descriptor.ComputeSpec;
import io.telamon.model.descriptor.DescriptorInfo;
import io.telamon.model.descriptor.InterfaceAddress;
import io.telamon.model.descriptor.InterfaceAttachment;
import io.telamon.model.descriptor.InterfaceTraits;
import io.telamon.model.descriptor.InterfaceType;
import io.telamon.model.descriptor.LinkKind;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VduImage;
import io.telamon.model.descriptor.VduInterface;
import io.telamon.model.descriptor.VirtualLink;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.resource.FloatingAddressSpec;
import io.telamon.model.resource.RouterSpec;
import io.telamon.model.resource.Value;
import io.telamon.vim.spi.VimAbility;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Cards that want an address outside get it, with a router where the network is ours. */
class FloatingAddressesTest {
    private static final String FIRST = "vnf/1/vdu/srv/0/floating/eth0";
    private static final String WISH = "vnf/1/vdu/srv/eth0/floating-ip";

    private final OneCloud cloud = new OneCloud();

    private static VnfDescriptor vnfd(String wish, boolean managed) {
        VduInterface card =
                new VduInterface(
                        "eth0",
                        0,
                        InterfaceType.VIRTIO,
                        InterfaceAttachment.external("cp0", "front"),
                        new InterfaceAddress(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.ofNullable(wish)),
                        new InterfaceTraits(
                                Optional.empty(), managed, Optional.empty(), List.of(), List.of()));
        return VnfDescriptor.builder(DescriptorInfo.of("web", "1.0"))
                .vdus(
                        List.of(
                                Vdu.builder("srv", ComputeSpec.of(1, 512, 1))
                                        .image(VduImage.named("debian"))
                                        .interfaces(List.of(card))
                                        .build()))
                .build();
    }

    private void outside(String... names) {
        cloud.abilities.add(VimAbility.FLOATING_ADDRESS);
        for (String name : names) {
            cloud.external.put(name, "id-" + name);
            cloud.external.put("id-" + name, "id-" + name);
        }
    }

    private FloatingAddressSpec address(VnfDescriptor vnfd, String key) {
        assertThat(cloud.refusals(vnfd)).isEmpty();
        return cloud.spec(vnfd, FloatingAddressSpec.class, key);
    }

    @Test
    void eachMachineGetsAnAddressThroughOneRouter() {
        outside("public");
        cloud.count = 2;
        VnfDescriptor vnfd = vnfd("random", false);

        assertThat(address(vnfd, FIRST).port())
                .isEqualTo(Value.ref("vnf/1/vdu/srv/0", "port/eth0"));
        assertThat(address(vnfd, "vnf/1/vdu/srv/1/floating/eth0").external())
                .isEqualTo("id-public");
        assertThat(cloud.spec(vnfd, RouterSpec.class, "router/public"))
                .isEqualTo(
                        new RouterSpec(
                                "router-public",
                                "id-public",
                                List.of(Value.ref("vld/data", "subnet"))));
    }

    @Test
    void aNetworkThatWasThereHasARouterOfItsOwn() {
        outside("public");
        cloud.networks.put("office", "net-1");
        cloud.data =
                new VirtualLink(
                        "data",
                        "data",
                        LinkKind.ELAN,
                        false,
                        Optional.empty(),
                        Optional.of("office"),
                        Optional.empty());
        VnfDescriptor vnfd = vnfd("random", false);

        assertThat(address(vnfd, FIRST).router()).isEqualTo(Value.of(""));
        assertThat(cloud.keys(vnfd)).noneMatch(key -> key.startsWith("router/"));
    }

    @Test
    void theWishNamesANetworkOrAnAddress() {
        outside("public", "blue");
        cloud.settings.put("external-network", "public");
        cloud.count = 2;

        assertThat(address(vnfd("blue", false), FIRST).external()).isEqualTo("id-blue");
        assertThat(address(vnfd("green", false), FIRST).external()).isEqualTo("id-public");
        VnfDescriptor fixed = vnfd("172.24.4.9", false);
        assertThat(address(fixed, FIRST).address()).isEqualTo("172.24.4.9");
        assertThat(address(fixed, "vnf/1/vdu/srv/1/floating/eth0").address()).isEmpty();
        cloud.parameters.put("external-network", "blue");
        assertThat(address(vnfd("random", false), FIRST).external()).isEqualTo("id-blue");
    }

    @Test
    void parametersAndTheAccountAskToo() {
        outside("public");
        VnfDescriptor silent = vnfd(null, true);
        assertThat(cloud.keys(silent)).doesNotContain(FIRST);

        cloud.settings.put("floating-ip", "management");
        assertThat(cloud.keys(silent)).contains(FIRST);
        assertThat(cloud.keys(vnfd(null, false))).doesNotContain(FIRST);
        cloud.parameters.put(WISH, "none");
        assertThat(cloud.keys(silent)).doesNotContain(FIRST);
        cloud.parameters.put(WISH, "any");
        assertThat(cloud.keys(vnfd(null, false))).contains(FIRST);
        cloud.parameters.put("floating-addresses", "skip");
        assertThat(cloud.keys(silent)).doesNotContain(FIRST);
    }

    @Test
    void whatCannotBeIsRefusedWithTheWayOut() {
        VnfDescriptor vnfd = vnfd("random", false);
        assertThat(cloud.refusals(vnfd))
                .singleElement()
                .asString()
                .contains("does not offer floating addresses (floating-address), wanted by")
                .endsWith("floating-addresses=skip goes without");

        outside("public", "blue");
        assertThat(cloud.refusals(vnfd))
                .singleElement()
                .asString()
                .contains("has no external network or several");
        assertThat(cloud.refusals(vnfd("green", false)))
                .singleElement()
                .asString()
                .startsWith(
                        "External network green, wanted for a floating address of interface eth0");
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.tck;

import io.telamon.model.resource.BlockVolumeSpec;
import io.telamon.model.resource.FlavorSpec;
import io.telamon.model.resource.FloatingAddressSpec;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.ImageSpec;
import io.telamon.model.resource.InterfaceSpec;
import io.telamon.model.resource.IpProfile;
import io.telamon.model.resource.NetworkSpec;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.model.resource.RouterSpec;
import io.telamon.model.resource.SecurityGroupSpec;
import io.telamon.model.resource.ServerGroupSpec;
import io.telamon.model.resource.ServerSpec;
import io.telamon.model.resource.StackSpec;
import io.telamon.model.resource.Value;
import io.telamon.vim.spi.ResourceOperator;
import io.telamon.vim.spi.VimAbility;
import io.telamon.vim.spi.VimSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes specs, and the things they need, on the cloud under test. */
public final class Stage {
    /** Lets web requests in. */
    public static final SecurityGroupSpec.Rule WEB =
            new SecurityGroupSpec.Rule(true, 4, "tcp", 80, 81);

    private final VimUnderTest vim;
    private final VimSession session;
    private final String mark = "tck-" + UUID.randomUUID().toString().substring(0, 8);

    /** Trials on this session. */
    public Stage(VimUnderTest vim, VimSession session) {
        this.vim = vim;
        this.session = session;
    }

    /** One trial of each kind that the plug-in has; what a server needs is made. */
    public List<Trial<? extends ResourceSpec>> all() {
        List<Trial<? extends ResourceSpec>> all = new ArrayList<>();
        all.add(flavor("free"));
        all.add(network("free"));
        all.add(server("srv"));
        if (session.abilities().contains(VimAbility.SECURITY_GROUP)) {
            all.add(securityGroup("free", WEB));
        }
        if (session.abilities().contains(VimAbility.FLOATING_ADDRESS)) {
            outside().ifPresent(external -> all.add(router("free", external, List.of())));
            outside().ifPresent(external -> all.add(floating("free", external, "")));
        }
        if (session.abilities().contains(VimAbility.VOLUME)) {
            all.add(volume("free", 1));
        }
        if (session.abilities().contains(VimAbility.STACK)) {
            vim.stack().ifPresent(spec -> all.add(stack(spec)));
        }
        if (session.abilities().contains(VimAbility.SERVER_GROUP)) {
            all.add(group());
        }
        if (session.abilities().contains(VimAbility.IMAGE_UPLOAD)) {
            vim.uploadableImage().ifPresent(image -> all.add(image(image)));
        }
        return all;
    }

    /** The operator, which must be there. */
    public <S extends ResourceSpec> ResourceOperator<S> operator(Class<S> kind) {
        return session.operator(kind)
                .orElseThrow(() -> new AssertionError("No operator for " + kind.getSimpleName()));
    }

    private <S extends ResourceSpec> Trial<S> trial(Class<S> kind, S spec) {
        return new Trial<>(operator(kind), spec, vim.pause());
    }

    /** A flavor of 1 vCPU. */
    public Trial<FlavorSpec> flavor(String name) {
        return trial(FlavorSpec.class, new FlavorSpec(mark + "-" + name, 1, 512, 1, Map.of()));
    }

    /** A flavor of 2 vCPUs, otherwise like {@link #flavor}. */
    public Trial<FlavorSpec> largerFlavor(String name) {
        return trial(FlavorSpec.class, new FlavorSpec(mark + "-" + name, 2, 512, 1, Map.of()));
    }

    /** An image from the plug-in's own sample. */
    public Trial<ImageSpec> image(ImageSpec image) {
        return trial(ImageSpec.class, image);
    }

    /** A network whose range the cloud chooses. */
    public Trial<NetworkSpec> network(String name) {
        return network(name, IpProfile.any());
    }

    /** A network with these layer-3 settings. */
    public Trial<NetworkSpec> network(String name, IpProfile ip) {
        return trial(NetworkSpec.class, new NetworkSpec(mark + "-" + name, ip, "", ""));
    }

    /** A network on a VLAN of the provider's wire, if the cloud takes it. */
    public Trial<NetworkSpec> segment(String name, int vlan) {
        return trial(
                NetworkSpec.class,
                new NetworkSpec(
                        mark + "-" + name,
                        IpProfile.any(),
                        vim.physicalNetwork(),
                        "vlan:" + vlan,
                        0));
    }

    /** A group whose members must be on different hosts. */
    public Trial<ServerGroupSpec> group() {
        return trial(ServerGroupSpec.class, new ServerGroupSpec(mark + "-group", true, "host"));
    }

    /** A security group with these rules. */
    public Trial<SecurityGroupSpec> securityGroup(String name, SecurityGroupSpec.Rule... rules) {
        SecurityGroupSpec spec = new SecurityGroupSpec(mark + "-" + name, List.of(rules));
        return trial(SecurityGroupSpec.class, spec);
    }

    /** Id of a network that floating addresses can be taken from. */
    public Optional<String> outside() {
        return session.inventory().externalNetworks().values().stream().findFirst();
    }

    /** A router between these subnets and a network outside. */
    public Trial<RouterSpec> router(String name, String external, List<String> subnets) {
        List<Value> joined = subnets.stream().map(Value::of).toList();
        return trial(RouterSpec.class, new RouterSpec(mark + "-" + name, external, joined));
    }

    /** An address of a network outside that leads to a port, empty for none. */
    public Trial<FloatingAddressSpec> floating(String name, String external, String port) {
        return trial(
                FloatingAddressSpec.class,
                new FloatingAddressSpec(
                        mark + "-" + name, external, Value.of(port), Value.of(""), ""));
    }

    /** An empty volume. */
    public Trial<BlockVolumeSpec> volume(String name, long sizeGb) {
        return trial(
                BlockVolumeSpec.class,
                new BlockVolumeSpec(mark + "-" + name, sizeGb, Value.of(""), ""));
    }

    /** A volume that starts with the boot image. */
    public Trial<BlockVolumeSpec> bootVolume(String name) {
        return trial(
                BlockVolumeSpec.class,
                new BlockVolumeSpec(mark + "-" + name, 1, Value.of(vim.bootImage()), ""));
    }

    /** A stack from the plug-in's own sample. */
    public Trial<StackSpec> stack(StackSpec sample) {
        return trial(
                StackSpec.class,
                new StackSpec(
                        mark + "-stack", sample.template(), sample.files(), sample.parameters()));
    }

    /** A server with one card on a network of its own; flavor and network are made. */
    public Trial<ServerSpec> server(String name) {
        String network = network(name + "-net").active().handle();
        return server(name, List.of(card("eth0", network, "", false)), "");
    }

    /** A server with these cards, in this group (empty for none); the flavor is made. */
    public Trial<ServerSpec> server(String name, List<InterfaceSpec> cards, String group) {
        String flavor = flavor("flavor").active().handle();
        return trial(
                ServerSpec.class,
                new ServerSpec(
                        mark + "-" + name,
                        Value.of(vim.bootImage()),
                        Value.of(flavor),
                        cards,
                        "",
                        Value.of(group),
                        ServerSpec.Day0.none()));
    }

    /** A network card. */
    public static InterfaceSpec card(
            String name, String network, String address, boolean forwarding) {
        return new InterfaceSpec(name, Value.of(network), address, "", "virtio", forwarding);
    }

    /** A handle that the cloud never gave. */
    public static Handle unknown() {
        return new Handle(UUID.randomUUID().toString());
    }
}

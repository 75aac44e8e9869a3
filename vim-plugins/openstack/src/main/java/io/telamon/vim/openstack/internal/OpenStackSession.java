/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import io.telamon.errors.TelamonException;
import io.telamon.model.account.CheckStep;
import io.telamon.model.instance.Inventory;
import io.telamon.model.resource.BlockVolumeSpec;
import io.telamon.model.resource.FlavorSpec;
import io.telamon.model.resource.FloatingAddressSpec;
import io.telamon.model.resource.ImageSpec;
import io.telamon.model.resource.NetworkSpec;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.model.resource.RouterSpec;
import io.telamon.model.resource.SecurityGroupSpec;
import io.telamon.model.resource.ServerGroupSpec;
import io.telamon.model.resource.ServerSpec;
import io.telamon.model.resource.StackSpec;
import io.telamon.openstack.AccountSettings;
import io.telamon.openstack.Ask;
import io.telamon.openstack.Cloud;
import io.telamon.openstack.Extensions;
import io.telamon.openstack.Service;
import io.telamon.vim.spi.Health;
import io.telamon.vim.spi.ResourceOperator;
import io.telamon.vim.spi.VimAbility;
import io.telamon.vim.spi.VimConnection;
import io.telamon.vim.spi.VimSession;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One account: its operators over one set of connections and one token. */
final class OpenStackSession implements VimSession {
    private static final Set<String> ALWAYS =
            Set.of(
                    VimAbility.IMAGE_UPLOAD,
                    VimAbility.SERVER_POWER,
                    VimAbility.SERVER_REBUILD,
                    VimAbility.SERVER_RESIZE,
                    VimAbility.SERVER_CONSOLE,
                    VimAbility.SERVER_GROUP);

    private final VimConnection connection;
    private final Cloud cloud;
    private final Extensions extensions;
    private final ProviderRights rights;
    private final Map<Class<? extends ResourceSpec>, ResourceOperator<?>> operators;

    OpenStackSession(VimConnection connection, AccountSettings settings) {
        this.connection = connection;
        this.cloud =
                new Cloud(
                        connection.endpoint(),
                        connection.secret(),
                        connection.callTimeout(),
                        settings);
        this.extensions = new Extensions(cloud);
        this.rights = new ProviderRights(cloud);
        Duration settle = settings.settle();
        ServerActions actions = new ServerActions(cloud, connection.callTimeout());
        Ports ports = new Ports(cloud, extensions::aliases);
        Nursery nursery = new Nursery(cloud, connection.callTimeout());
        operators =
                Map.of(
                        FlavorSpec.class, new Flavors(cloud, settle),
                        NetworkSpec.class, new Networks(cloud, ports, settle),
                        ImageSpec.class, new Images(cloud, connection.artifacts(), settle),
                        SecurityGroupSpec.class, new SecurityGroups(cloud, ports, settle),
                        RouterSpec.class, new Routers(cloud, settle),
                        FloatingAddressSpec.class, new FloatingAddresses(cloud, settle),
                        BlockVolumeSpec.class, new Volumes(cloud, settle),
                        StackSpec.class, new Stacks(cloud, connection.artifacts(), settle),
                        ServerGroupSpec.class, new ServerGroups(cloud, settle),
                        ServerSpec.class, new Servers(cloud, ports, actions, nursery, settle));
    }

    @Override
    public Health probe() {
        long start = System.nanoTime();
        String reason = "";
        try {
            look(Service.COMPUTE, "flavors");
            if (cloud.endpoint(Service.NETWORK).isPresent()) {
                look(Service.NETWORK, "networks"); // nova answers while neutron does not
            }
        } catch (TelamonException e) {
            reason = e.getMessage();
        }
        return new Health(reason.isEmpty(), reason, Duration.ofNanos(System.nanoTime() - start));
    }

    private void look(Service service, String things) {
        cloud.call(Ask.get("Probe", service, "/" + things).query("limit", "1"), things);
    }

    @Override
    public List<CheckStep> check() {
        return new ConnectionCheck(cloud, extensions::aliases, rights::granted).run();
    }

    @Override
    public Set<String> abilities() {
        Set<String> abilities = new HashSet<>(ALWAYS);
        if (extensions.aliases().contains(Ports.SECURITY)) {
            abilities.add(VimAbility.PORT_FORWARDING);
        }
        if (rights.granted()) {
            abilities.add(VimAbility.PROVIDER_NETWORK);
        }
        if (extensions.aliases().contains(SecurityGroups.EXTENSION)) {
            abilities.add(VimAbility.SECURITY_GROUP);
        }
        if (extensions.aliases().contains(Routers.EXTENSION)) {
            abilities.add(VimAbility.FLOATING_ADDRESS);
        }
        if (cloud.endpoint(Service.VOLUME).isPresent()) {
            abilities.add(VimAbility.VOLUME);
        }
        if (cloud.endpoint(Service.ORCHESTRATION).isPresent()) {
            abilities.add(VimAbility.STACK);
        }
        return Set.copyOf(abilities);
    }

    @Override
    @SuppressWarnings("unchecked") // the map holds for each class an operator of that class
    public <S extends ResourceSpec> Optional<ResourceOperator<S>> operator(Class<S> kind) {
        return Optional.ofNullable((ResourceOperator<S>) operators.get(kind))
                .filter(known -> has(kind));
    }

    /** False for kinds that this cloud does not have, though others do. */
    private boolean has(Class<? extends ResourceSpec> kind) {
        if (kind == SecurityGroupSpec.class) {
            return extensions.aliases().contains(SecurityGroups.EXTENSION);
        }
        if (kind == RouterSpec.class || kind == FloatingAddressSpec.class) {
            return extensions.aliases().contains(Routers.EXTENSION);
        }
        if (kind == StackSpec.class) {
            return cloud.endpoint(Service.ORCHESTRATION).isPresent();
        }
        return kind != BlockVolumeSpec.class || cloud.endpoint(Service.VOLUME).isPresent();
    }

    @Override
    public Inventory inventory() {
        return new InventoryReader(cloud, Clock.systemUTC()).read(abilities());
    }

    @Override
    public void close() {
        cloud.close();
    }

    @Override
    public String toString() {
        return "OpenStackSession[" + connection + "]";
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.telamon.errors.TelamonException;
import io.telamon.model.account.CheckStep;
import io.telamon.model.instance.Inventory;
import io.telamon.model.instance.Quota;
import io.telamon.model.resource.BlockVolumeSpec;
import io.telamon.model.resource.FlavorSpec;
import io.telamon.model.resource.FloatingAddressSpec;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.ImageSpec;
import io.telamon.model.resource.NetworkSpec;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.model.resource.RouterSpec;
import io.telamon.model.resource.SecurityGroupSpec;
import io.telamon.model.resource.ServerGroupSpec;
import io.telamon.model.resource.ServerSpec;
import io.telamon.model.resource.StackSpec;
import io.telamon.simkit.WorldClient;
import io.telamon.vim.spi.Health;
import io.telamon.vim.spi.ResourceOperator;
import io.telamon.vim.spi.VimAbility;
import io.telamon.vim.spi.VimConnection;
import io.telamon.vim.spi.VimSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One account: its operators over one client. */
final class SimulatorSession implements VimSession {
    private final VimConnection connection;
    private final WorldClient client;
    private final WorldCalls calls;
    private final Set<String> abilities;
    private final Map<Class<? extends ResourceSpec>, ResourceOperator<?>> operators =
            new HashMap<>();

    SimulatorSession(VimConnection connection, AccountSettings settings, WorldClient client) {
        this.connection = connection;
        this.client = client;
        this.calls = new WorldCalls(client, this::redact);
        this.abilities = settings.abilities();
        Identity name = new Identity(Identity.Kind.NAME, settings.settle());
        Identity tag = new Identity(Identity.Kind.TAG, settings.settle());
        operators.put(FlavorSpec.class, new Flavors(name, calls));
        operators.put(NetworkSpec.class, new Networks(tag, calls, abilities));
        operators.put(ServerSpec.class, new Servers(tag, calls, abilities));
        if (abilities.contains(VimAbility.IMAGE_UPLOAD)) {
            operators.put(ImageSpec.class, new Images(name, calls, connection.artifacts()));
        }
        if (abilities.contains(VimAbility.SECURITY_GROUP)) {
            operators.put(SecurityGroupSpec.class, new SecurityGroups(tag, calls));
        }
        if (abilities.contains(VimAbility.FLOATING_ADDRESS)) {
            operators.put(RouterSpec.class, new Routers(tag, calls));
            operators.put(FloatingAddressSpec.class, new FloatingAddresses(tag, calls));
        }
        if (abilities.contains(VimAbility.VOLUME)) {
            operators.put(BlockVolumeSpec.class, new Volumes(tag, calls));
        }
        if (abilities.contains(VimAbility.STACK)) {
            operators.put(StackSpec.class, new Stacks(tag, calls, connection.artifacts()));
        }
        if (abilities.contains(VimAbility.SERVER_GROUP)) {
            operators.put(ServerGroupSpec.class, new ServerGroups(tag, calls));
        }
    }

    private String redact(String text) {
        String secret = connection.secret();
        return secret == null || secret.isEmpty() ? text : text.replace(secret, "***");
    }

    @Override
    public Health probe() {
        long start = System.nanoTime();
        String reason = "";
        try {
            calls.probe();
        } catch (TelamonException e) {
            reason = e.getMessage();
        }
        Duration latency = Duration.ofNanos(System.nanoTime() - start);
        return new Health(reason.isEmpty(), reason, latency);
    }

    @Override
    public List<CheckStep> check() {
        List<CheckStep> steps = new ArrayList<>();
        check(steps::add);
        return steps;
    }

    @Override
    public void check(Consumer<CheckStep> seen) {
        new SimulatorCheck(connection.endpoint(), seen).run(calls::probe, this::inventory);
    }

    @Override
    public Set<String> abilities() {
        return abilities;
    }

    @Override
    @SuppressWarnings("unchecked") // the map holds for each class an operator of that class
    public <S extends ResourceSpec> Optional<ResourceOperator<S>> operator(Class<S> kind) {
        return Optional.ofNullable((ResourceOperator<S>) operators.get(kind));
    }

    @Override
    public Inventory inventory() {
        JsonNode seen = calls.inventory();
        Set<String> zones = new HashSet<>();
        seen.path("zones").forEach(zone -> zones.add(zone.asText()));
        return new Inventory(
                Instant.now(),
                abilities,
                texts(seen.path("images")),
                texts(seen.path("networks")),
                zones,
                quota(seen.path("limits")),
                quota(seen.path("used")),
                texts(seen.path("securityGroups")),
                texts(seen.path("externalNetworks")));
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> result = new HashMap<>();
        object.properties().forEach(field -> result.put(field.getKey(), field.getValue().asText()));
        return result;
    }

    private static Quota quota(JsonNode numbers) {
        return new Quota(
                numbers.path("servers").asLong(Quota.UNLIMITED),
                numbers.path("vcpus").asLong(Quota.UNLIMITED),
                numbers.path("memoryMb").asLong(Quota.UNLIMITED),
                numbers.path("networks").asLong(Quota.UNLIMITED));
    }

    @Override
    public void close() {
        client.close();
    }

    @Override
    public String toString() {
        return "SimulatorSession[" + connection + "]";
    }
}

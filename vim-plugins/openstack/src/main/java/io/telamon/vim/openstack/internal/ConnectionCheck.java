/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.account.CheckStep;
import io.telamon.model.account.CheckStep.Outcome;
import io.telamon.model.instance.Quota;
import io.telamon.openstack.Ask;
import io.telamon.openstack.Catalogue;
import io.telamon.openstack.Cloud;
import io.telamon.openstack.Service;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.openstack4j.openstack.identity.v3.domain.KeystoneToken;

/** Tests the connection step by step, for a person who sets an account up. */
final class ConnectionCheck {
    private final Cloud cloud;
    private static final Set<String> EXTRA = Set.of("provider-network", "sfc", "heat");

    private final Supplier<Set<String>> extensions;
    private final BooleanSupplier rights;
    private final List<CheckStep> steps = new ArrayList<>();
    private boolean stopped;

    ConnectionCheck(Cloud cloud, Supplier<Set<String>> extensions, BooleanSupplier rights) {
        this.cloud = cloud;
        this.extensions = extensions;
        this.rights = rights;
    }

    List<CheckStep> run() {
        step("identity", this::identity);
        stopped = failed();
        step("catalog", () -> String.join(", ", Catalogue.types(cloud.token())));
        step("compute", () -> first(Service.COMPUTE, "/flavors", "flavors", "a flavor"));
        step("network", () -> extensions.get().size() + " extensions");
        step("provider-network", this::providerNetworks);
        step("image", () -> first(Service.IMAGE, "/images", "images", "an image"));
        step("sfc", this::chains);
        step("heat", this::heat);
        step("quota", this::quota);
        return List.copyOf(steps);
    }

    private void step(String name, Supplier<String> test) {
        if (stopped) {
            String why = "Not tried, because an earlier step failed";
            steps.add(new CheckStep(name, Outcome.SKIPPED, why, Duration.ZERO));
            return;
        }
        long start = System.nanoTime();
        Outcome outcome = Outcome.OK;
        String detail;
        try {
            detail = test.get();
        } catch (TelamonException e) {
            boolean absent = EXTRA.contains(name) && e.code() == ErrorCode.UNSUPPORTED;
            outcome = absent ? Outcome.ABSENT : Outcome.FAILED;
            detail = e.getMessage();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        steps.add(new CheckStep(name, outcome, detail, took));
    }

    private boolean failed() {
        return steps.stream().anyMatch(step -> step.outcome() == Outcome.FAILED);
    }

    private String identity() {
        KeystoneToken token = cloud.token();
        String id = cloud.project();
        return "project "
                + token.getProject().getName()
                + " ("
                + id
                + "), until "
                + token.getExpires().toInstant();
    }

    private String first(Service service, String path, String field, String what) {
        Ask ask = Ask.get("Ask for " + what, service, path).query("limit", "1");
        JsonNode found = cloud.call(ask, field);
        String name = found.isEmpty() ? "none there yet" : found.get(0).path("name").asText();
        return cloud.endpoint(service).orElse("") + " (" + what + ": " + name + ")";
    }

    private String providerNetworks() {
        if (!rights.getAsBoolean()) {
            throw new TelamonException(
                    ErrorCode.UNSUPPORTED,
                    "The account may not choose wire and VLAN of a network, which usually needs the"
                            + " role admin: no links over interconnects on this cloud");
        }
        return "the account may choose wire and VLAN of a network";
    }

    private String chains() {
        if (!extensions.get().contains("sfc")) {
            throw new TelamonException(
                    ErrorCode.UNSUPPORTED,
                    "The network service has no extension sfc: no service chains on this cloud");
        }
        return "extension sfc";
    }

    private String heat() {
        Ask ask = Ask.get("Ask for a stack", Service.ORCHESTRATION, "/stacks");
        cloud.call(ask.query("limit", "1"), "stacks");
        return cloud.endpoint(Service.ORCHESTRATION).orElse("");
    }

    private String quota() {
        JsonNode limits = new InventoryReader(cloud, Clock.systemUTC()).limits();
        Quota limit = InventoryReader.limit(limits, MissingNode.getInstance());
        Quota used = InventoryReader.used(limits, MissingNode.getInstance());
        return "servers %s, vCPUs %s, memory %s MiB"
                .formatted(
                        of(used.servers(), limit.servers()),
                        of(used.vcpus(), limit.vcpus()),
                        of(used.memoryMb(), limit.memoryMb()));
    }

    private static String of(long used, long limit) {
        return used + " of " + (limit < 0 ? "any" : Long.toString(limit));
    }
}

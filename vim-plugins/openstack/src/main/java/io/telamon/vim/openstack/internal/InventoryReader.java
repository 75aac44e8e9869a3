/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.telamon.model.instance.Inventory;
import io.telamon.model.instance.Quota;
import io.telamon.openstack.Ask;
import io.telamon.openstack.Cloud;
import io.telamon.openstack.Service;
import io.telamon.vim.spi.VimAbility;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The planner's snapshot: six calls, and one more per 500 images or networks. */
final class InventoryReader {
    private final Cloud cloud;
    private final Clock clock;

    InventoryReader(Cloud cloud, Clock clock) {
        this.cloud = cloud;
        this.clock = clock;
    }

    Inventory read(Set<String> abilities) {
        String project = cloud.project();
        JsonNode limits = limits();
        JsonNode networks =
                cloud.call(
                        Ask.get(
                                "Read the network quota",
                                Service.NETWORK,
                                "/quotas/" + Cloud.encode(project) + "/details.json"),
                        "quota");
        List<JsonNode> nets =
                cloud.list(Ask.get("List networks", Service.NETWORK, "/networks"), "networks");
        return new Inventory(
                clock.instant(),
                abilities,
                names(cloud.list(images(), "images")),
                names(nets),
                zones(),
                limit(limits, networks.path("network").path("limit")),
                used(limits, networks.path("network").path("used")),
                abilities.contains(VimAbility.SECURITY_GROUP) ? groups(project) : Map.of(),
                names(nets.stream().filter(InventoryReader::isOutside).toList()));
    }

    private static boolean isOutside(JsonNode network) {
        return network.path("router:external").asBoolean();
    }

    private Map<String, String> groups(String project) {
        Ask ask = Ask.get("List security groups", Service.NETWORK, "/security-groups");
        Ask brief = ask.query("fields", "id").query("fields", "name");
        return names(cloud.list(brief.query("project_id", project), "security_groups"));
    }

    private static Ask images() {
        return Ask.get("List images", Service.IMAGE, "/images").query("status", "active");
    }

    /** Limits and usage of the project's servers. */
    JsonNode limits() {
        Ask ask = Ask.get("Read the compute quota", Service.COMPUTE, "/limits");
        return cloud.call(ask, "limits").path("absolute");
    }

    /** By name and, as descriptors may say either, by id; of one name the youngest counts. */
    private static Map<String, String> names(List<JsonNode> things) {
        Map<String, String> ids = new HashMap<>();
        things.stream()
                .sorted(Comparator.comparing(thing -> thing.path("created_at").asText()))
                .forEach(
                        thing -> {
                            String id = thing.path("id").asText();
                            ids.put(thing.path("name").asText(id), id);
                        });
        things.forEach(thing -> ids.put(thing.path("id").asText(), thing.path("id").asText()));
        return ids;
    }

    private Set<String> zones() {
        Ask ask = Ask.get("List zones", Service.COMPUTE, "/os-availability-zone");
        Set<String> zones = new HashSet<>();
        for (JsonNode zone : cloud.call(ask, "availabilityZoneInfo")) {
            if (zone.path("zoneState").path("available").asBoolean()) {
                zones.add(zone.path("zoneName").asText());
            }
        }
        return zones;
    }

    static Quota limit(JsonNode limits, JsonNode networks) {
        return new Quota(
                limits.path("maxTotalInstances").asLong(Quota.UNLIMITED),
                limits.path("maxTotalCores").asLong(Quota.UNLIMITED),
                limits.path("maxTotalRAMSize").asLong(Quota.UNLIMITED),
                networks.asLong(Quota.UNLIMITED));
    }

    static Quota used(JsonNode limits, JsonNode networks) {
        return new Quota(
                limits.path("totalInstancesUsed").asLong(),
                limits.path("totalCoresUsed").asLong(),
                limits.path("totalRAMUsed").asLong(),
                networks.asLong());
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.simkit.Json;

/** What a world tells about itself as a whole. Guarded by its world. */
final class Reports {
    /** The security group that is always there. */
    static final String DEFAULT_GROUP = "default";

    private Reports() {}

    /** Counts by kind, for control and probes. */
    static ObjectNode summary(String name, Estate estate) {
        ObjectNode result = Json.object().put("name", name);
        ObjectNode counts = result.putObject("counts");
        int total = 0;
        for (Kind kind : Kind.values()) {
            counts.put(kind.path(), estate.shelf(kind).size());
            total += estate.shelf(kind).size();
        }
        return result.put("total", total);
    }

    /** Everything, with tokens and times; the secret is left out. */
    static ObjectNode dump(String name, WorldSettings settings, Estate estate, long now) {
        ObjectNode result = summary(name, estate);
        ObjectNode shown = Json.tree(settings);
        shown.put("secret", settings.secret().isEmpty() ? "" : "***");
        result.set("settings", shown);
        result.set("used", Json.tree(estate.usage()));
        ObjectNode duplicates = result.putObject("duplicates");
        ArrayNode things = result.putArray("things");
        for (Kind kind : Kind.values()) {
            estate.shelf(kind)
                    .duplicates()
                    .forEach(
                            (token, ids) -> {
                                ArrayNode list = duplicates.putArray(kind.path() + "/" + token);
                                ids.forEach(list::add);
                            });
            estate.shelf(kind).all().forEach(thing -> things.add(full(thing, now)));
        }
        return result;
    }

    private static ObjectNode full(Thing thing, long now) {
        ObjectNode result = Json.tree(ThingView.of(thing, now));
        result.set("draft", Json.tree(thing.draft()));
        return result;
    }

    /** Zones, images, networks without a token of ours, quota and usage. */
    static ObjectNode inventory(WorldSettings settings, Estate estate) {
        ObjectNode result = Json.object();
        ObjectNode images = result.putObject("images");
        settings.images().forEach(image -> images.put(image, image));
        estate.shelf(Kind.IMAGE).all().stream()
                .filter(thing -> !thing.leaving())
                .forEach(thing -> images.put(thing.draft().name(), thing.id()));
        ObjectNode networks = result.putObject("networks");
        for (String network : settings.networks()) {
            estate.shelf(Kind.NETWORK)
                    .name(network)
                    .ifPresent(thing -> networks.put(network, thing.id()));
        }
        result.putObject("securityGroups").put(DEFAULT_GROUP, DEFAULT_GROUP);
        result.putObject("externalNetworks").put(Outside.NAME, Outside.NAME);
        ArrayNode zones = result.putArray("zones");
        settings.layout().zones().forEach(zones::add);
        result.set("limits", Json.tree(settings.limits()));
        result.set("used", Json.tree(estate.usage()));
        return result;
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal.world;

import io.telamon.simkit.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Works out what comes of a draft; changes nothing. Guarded by its world. */
final class Maker {
    private final Estate estate;

    Maker(Estate estate) {
        this.estate = estate;
    }

    /**
     * A thing for this draft, not yet taken in.
     *
     * @param now milliseconds since 1970
     * @throws Refusal when a reference is wrong or something is exhausted
     */
    Thing make(Kind kind, String token, Draft draft, WorldSettings settings, long now) {
        long number = estate.next();
        Map<String, String> attributes =
                switch (kind) {
                    case IMAGE -> image(draft);
                    case FLAVOR -> flavor(draft);
                    case NETWORK -> network(unplaced(draft), number);
                    case ROUTER -> estate.outside().router(draft);
                    case FLOATING -> estate.outside().floating(draft);
                    case VOLUME -> volume(draft, settings);
                    case STACK -> stack(draft, number);
                    case SECURITY -> Map.of("rules", draft.text("rules"));
                    case GROUP ->
                            Map.of("apart", draft.text("apart"), "scope", draft.text("scope"));
                    case SERVER -> server(draft, settings, number);
                };
        Thing.Times times = new Thing.Times(number, now, now + settings.timing().build(kind), 0);
        Thing thing =
                new Thing(kind.path() + "-" + number, kind, token, times, draft, attributes, "");
        estate.usage().check(settings.limits(), Usage.of(thing));
        return thing;
    }

    /** Servers and outputs that the template names. */
    static Map<String, String> stack(Draft draft, long number) {
        Map<String, String> result = new TreeMap<>();
        for (String server : draft.text("servers").split(",")) {
            if (!server.isEmpty()) {
                result.put("server/" + server, "stack-" + number + "-" + server);
            }
        }
        for (String output : draft.text("outputs").split(",")) {
            if (!output.isEmpty()) {
                result.put("output/" + output, "simulated");
            }
        }
        return result;
    }

    private static Map<String, String> image(Draft draft) {
        String wanted = draft.text("sha256");
        String found = draft.text("content-sha256");
        if (!wanted.isEmpty() && !found.isEmpty() && !wanted.equalsIgnoreCase(found)) {
            throw new Refusal(
                    400,
                    "bad-checksum",
                    "The content of image %s has checksum %s, not %s",
                    draft.name(),
                    found,
                    wanted);
        }
        return Map.of("sha256", found.isEmpty() ? wanted : found, "size", draft.text("size"));
    }

    private static Map<String, String> flavor(Draft draft) {
        if (draft.number("vcpus") < 1 || draft.number("memory-mb") < 1) {
            throw new Refusal(400, "bad-flavor", "Flavor %s needs vCPUs and memory", draft.name());
        }
        return Map.of("vcpus", draft.text("vcpus"), "memory-mb", draft.text("memory-mb"));
    }

    /** The draft, when no other network lies on its segment. */
    private Draft unplaced(Draft draft) {
        String wire = draft.text("physical");
        String segment = draft.text("segmentation");
        boolean taken =
                segment.indexOf(':') > 0
                        && estate.shelf(Kind.NETWORK).all().stream()
                                .map(Thing::draft)
                                .anyMatch(
                                        other ->
                                                other.text("physical").equals(wire)
                                                        && other.text("segmentation")
                                                                .equals(segment));
        if (taken) {
            throw new Refusal(409, "in-use", "Segment %s of wire %s is taken", segment, wire);
        }
        return draft;
    }

    private static Map<String, String> network(Draft draft, long number) {
        String wanted = draft.text("cidr");
        String cidr =
                wanted.isEmpty()
                        ? "10." + (number / 256 % 256) + "." + (number % 256) + ".0/24"
                        : wanted;
        Subnet subnet = Subnet.parse(cidr);
        boolean bare = "none".equals(draft.text("gateway"));
        String gateway =
                draft.text("gateway").isEmpty()
                        ? subnet.at(1L)
                        : subnet.normal(draft.text("gateway"));
        if (gateway.isEmpty() && !bare) {
            throw new Refusal(
                    400, "bad-address", "The gateway %s is not in %s", draft.text("gateway"), cidr);
        }
        new Addresses(cidr, gateway, draft.text("pools")); // refuses pools that lie elsewhere
        return Map.of(
                "cidr",
                cidr,
                "gateway",
                gateway,
                "subnet",
                "subnet-" + number,
                "segmentation",
                draft.text("segmentation"));
    }

    private Map<String, String> server(Draft draft, WorldSettings settings, long number) {
        if (draft.text("boot-volume").isEmpty()) {
            checkImage(draft.text("image"), settings);
        }
        Thing flavor = estate.referred(Kind.FLAVOR, draft.text("flavor"));
        String groupName = draft.text("group");
        String group = groupName.isEmpty() ? "" : estate.referred(Kind.GROUP, groupName).id();
        Hosts.Spot spot = estate.hosts().choose(settings.layout(), wish(draft, flavor, group));
        Map<String, String> result = new HashMap<>();
        result.put("zone", spot.zone());
        result.put("host", spot.host());
        result.put("power", "on");
        result.put("image", draft.text("image"));
        result.put("flavor", flavor.id());
        result.put("vcpus", flavor.attributes().get("vcpus"));
        result.put("memory-mb", flavor.attributes().get("memory-mb"));
        result.put("group", group);
        result.put("volumes", volumes(draft));
        result.putAll(ports(draft, number));
        return result;
    }

    private Map<String, String> volume(Draft draft, WorldSettings settings) {
        if (!draft.text("image").isEmpty()) {
            checkImage(draft.text("image"), settings);
        }
        if (draft.number("size-gb") < 1) {
            throw new Refusal(400, "bad-volume", "Volume %s needs a size", draft.name());
        }
        return Map.of("size-gb", draft.text("size-gb"), "image", draft.text("image"));
    }

    /** Ids of the volumes, each of which serves one server only. */
    private String volumes(Draft draft) {
        List<String> ids = new ArrayList<>();
        for (String volume : draft.text("volumes").split(",")) {
            if (!volume.isEmpty()) {
                String id = estate.referred(Kind.VOLUME, volume).id();
                if (!estate.users(id).isEmpty()) {
                    throw new Refusal(409, "in-use", "The volume %s is in use", id);
                }
                ids.add(id);
            }
        }
        return String.join(",", ids);
    }

    private Hosts.Wish wish(Draft draft, Thing flavor, String group) {
        Map<String, String> rule =
                group.isEmpty()
                        ? Map.of()
                        : estate.shelf(Kind.GROUP).id(group).orElseThrow().attributes();
        return new Hosts.Wish(
                draft.text("zone"),
                group,
                "true".equals(rule.get("apart")),
                "zone".equals(rule.get("scope")),
                flavor.draft().number("vcpus"),
                flavor.draft().number("memory-mb"));
    }

    private void checkImage(String image, WorldSettings settings) {
        boolean there = settings.images().contains("*") || settings.images().contains(image);
        if (!there || image.isEmpty()) {
            estate.referred(Kind.IMAGE, image);
        }
    }

    private Map<String, String> ports(Draft draft, long number) {
        Map<String, String> result = new TreeMap<>();
        Map<String, Set<String>> chosen = new HashMap<>();
        int index = 0;
        for (Draft.Card card : draft.cards()) {
            Thing network = estate.referred(Kind.NETWORK, card.network());
            Set<String> also = chosen.computeIfAbsent(network.id(), any -> new HashSet<>());
            String address = estate.addresses(network.id()).choose(card.address(), also);
            also.add(address);
            String name = card.name();
            if (result.put("port/" + name, "port-" + number + "-" + index) != null) {
                throw new Refusal(400, "bad-cards", "Two cards are named %s", name);
            }
            result.put("address/" + name, address);
            result.put("network/" + name, network.id());
            result.put("mac/" + name, card.mac().isEmpty() ? mac(number, index) : card.mac());
            result.put("security/" + name, groups(card));
            result.put("forwarding/" + name, Boolean.toString(card.forwarding()));
            index++;
        }
        return result;
    }

    /** Ids of the card's security groups; each project has one that is named default. */
    private String groups(Draft.Card card) {
        return card.groups().stream()
                .map(
                        group ->
                                Reports.DEFAULT_GROUP.equals(group)
                                        ? group
                                        : estate.referred(Kind.SECURITY, group).id())
                .collect(Collectors.joining(","));
    }

    private static String mac(long number, int index) {
        return String.format(
                "fa:16:%02x:%02x:%02x:%02x",
                number >> 16 & 0xff, number >> 8 & 0xff, number & 0xff, index & 0xff);
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What a service has become, in words that a table can hold: the names come from Telamon's records,
 * who is attached to what from the cloud itself, and the chain from the controller itself.
 *
 * <p>A chain reads {@code graph/path:server,server>server|rules}: hops separated by {@code >},
 * servers that share a hop by commas, at the end the number of rules that let traffic in.
 *
 * @param servers servers with the links they are attached to
 * @param networks networks, own and adopted
 * @param chains chains
 * @param strange recorded things that are not ACTIVE or that the cloud does not have
 */
public record Footprint(
        Set<String> servers, Set<String> networks, Set<String> chains, Set<String> strange) {

    /**
     * Reads it.
     *
     * @param resources records of one service
     * @param cloud dump of the cloud's world
     * @param controller dump of the controller's world
     */
    public static Footprint of(JsonNode resources, JsonNode cloud, JsonNode controller) {
        return new Reader(things(cloud), things(controller)).read(resources);
    }

    private static Map<String, JsonNode> things(JsonNode dump) {
        Map<String, JsonNode> things = new HashMap<>();
        dump.path("things").forEach(thing -> things.put(thing.path("id").asText(), thing));
        return things;
    }

    /** One reading. */
    private static final class Reader {
        private final Map<String, JsonNode> cloud;
        private final Map<String, JsonNode> controller;
        private final Map<String, Set<String>> linksOf = new HashMap<>();
        private final Map<String, String> serverOf = new HashMap<>();
        private final Footprint result =
                new Footprint(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());

        Reader(Map<String, JsonNode> cloud, Map<String, JsonNode> controller) {
            this.cloud = cloud;
            this.controller = controller;
        }

        Footprint read(JsonNode resources) {
            resources.forEach(this::check);
            each(resources, "network", this::network);
            each(resources, "server", this::server);
            each(resources, "chain", this::chain);
            return result;
        }

        private void check(JsonNode thing) {
            String handle = thing.path("handle").asText();
            boolean there = cloud.containsKey(handle) || controller.containsKey(handle);
            String state = thing.path("state").asText();
            if (!state.equals("ACTIVE") || !there) {
                result.strange.add(
                        thing.path("key").asText() + " is " + state + (there ? "" : ", not there"));
            }
        }

        private static void each(JsonNode resources, String kind, Consumer<JsonNode> what) {
            resources.forEach(
                    thing -> {
                        if (thing.path("kind").asText().equals(kind)) {
                            what.accept(thing);
                        }
                    });
        }

        private void network(JsonNode thing) {
            String link = link(thing.path("key").asText());
            linksOf.computeIfAbsent(thing.path("handle").asText(), h -> new TreeSet<>()).add(link);
            boolean adopted = thing.path("adopted").asBoolean();
            result.networks.add(adopted ? link + "=" + thing.path("name").asText() : link);
        }

        private void server(JsonNode thing) {
            String server = server(thing.path("key").asText());
            JsonNode attributes =
                    cloud.getOrDefault(thing.path("handle").asText(), thing).path("attributes");
            List<String> links = new ArrayList<>();
            for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
                String value = attribute.getValue().asText();
                if (attribute.getKey().startsWith("network/")) {
                    links.add(link(server, value));
                } else if (attribute.getKey().startsWith("port/")) {
                    serverOf.put(value, server);
                }
            }
            links.sort(String::compareTo);
            result.servers.add(server + ">" + String.join(",", links));
        }

        private void chain(JsonNode thing) {
            JsonNode draft =
                    controller.getOrDefault(thing.path("handle").asText(), thing).path("draft");
            Map<Integer, Set<String>> hops = new TreeMap<>();
            draft.path("hops")
                    .forEach(
                            hop ->
                                    hops.computeIfAbsent(
                                                    hop.path("position").asInt(),
                                                    p -> new TreeSet<>())
                                            .add(owner(hop)));
            List<String> way = hops.values().stream().map(s -> String.join(",", s)).toList();
            result.chains.add(
                    thing.path("key").asText().replaceFirst("^vnffg/", "")
                            + ":"
                            + String.join(">", way)
                            + "|"
                            + draft.path("classifiers").size());
        }

        /** The server behind both ports of a hop. */
        private String owner(JsonNode hop) {
            String in = hop.path("ingress").asText();
            String out = hop.path("egress").asText();
            String server = serverOf.getOrDefault(in, "?" + in);
            return server.equals(serverOf.get(out)) ? server : server + "-?" + out;
        }

        /** Several links may be one adopted network; the server's own VNF's comes first. */
        private String link(String server, String network) {
            Set<String> links = linksOf.getOrDefault(network, Set.of("?" + network));
            String own = server.substring(0, server.indexOf('/')) + ".";
            return links.stream()
                    .filter(link -> link.startsWith(own))
                    .findFirst()
                    .orElseGet(() -> links.iterator().next());
        }

        private static String link(String key) {
            return key.startsWith("vld/")
                    ? key.substring("vld/".length())
                    : key.replaceFirst("^vnf/(.*)/vl/", "$1.");
        }

        private static String server(String key) {
            return key.replaceFirst("^vnf/(.*)/vdu/", "$1/");
        }
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.simkit.Answer;
import io.telamon.simkit.Call;
import io.telamon.simkit.Deadline;
import io.telamon.simkit.Json;
import io.telamon.simkit.Refusal;
import io.telamon.simkit.Route;
import io.telamon.simkit.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a simulated cloud computes: addresses, hosts, quota, states. */
class VimWorldTest {
    private final AtomicLong now = new AtomicLong(1_000_000);
    private final List<World.Line> journal = new ArrayList<>();
    private final VimWorld world = world();

    private VimWorld world() {
        return new VimWorld(
                "w",
                (op, data) ->
                        journal.add(new World.Line(op, Json.convert(tree(data), JsonNode.class))),
                new Hands(now),
                WorldSettings.defaults());
    }

    private static JsonNode tree(Object data) {
        try {
            return Json.parse(Json.write(data), JsonNode.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode call(String method, String target, Object body) {
        Answer answer = answer(method, target, body);
        try {
            return Json.parse(answer.body().isEmpty() ? "{}" : answer.body(), JsonNode.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer answer(String method, String target, Object body) {
        byte[] bytes = Json.write(body).getBytes(StandardCharsets.UTF_8);
        return world.answer(
                new Call(Route.parse(method, "w" + target), bytes, "", Deadline.none()));
    }

    private void configure(String json) throws IOException {
        world.configure(Json.parse(json, JsonNode.class));
    }

    private JsonNode create(String kind, String token, ObjectNode draft) {
        ObjectNode body = Json.object().put("token", token);
        body.set("draft", draft);
        return call("POST", "/" + kind, body);
    }

    private static ObjectNode draft(String name, String... values) {
        ObjectNode draft = Json.object().put("name", name);
        ObjectNode target = draft.putObject("values");
        for (int i = 0; i < values.length; i += 2) {
            target.put(values[i], values[i + 1]);
        }
        return draft;
    }

    private JsonNode network(String cidr) {
        return create("network", "", draft("net", "cidr", cidr));
    }

    private JsonNode server(String token, JsonNode network, String address, String group) {
        create("flavor", "", draft("small", "vcpus", "2", "memory-mb", "512"));
        ObjectNode draft = draft("srv", "flavor", "small", "image", "any", "group", group);
        ArrayNode cards = draft.putArray("cards");
        if (network != null) {
            cards.addObject()
                    .put("name", "eth0")
                    .put("network", network.path("id").asText())
                    .put("address", address);
        }
        return create("server", token, draft);
    }

    private String address(JsonNode network) {
        return server("", network, "", "").at("/attributes/address~1eth0").asText();
    }

    @Test
    void addressesAreGivenLowestFirstWithoutGatewayAndBroadcast() {
        JsonNode network = network("10.1.0.0/29");

        assertThat(address(network)).isEqualTo("10.1.0.2");
        assertThat(server("", network, "10.1.0.4", "").at("/attributes/address~1eth0").asText())
                .isEqualTo("10.1.0.4");
        assertThat(address(network)).isEqualTo("10.1.0.3");
        assertThat(address(network)).isEqualTo("10.1.0.5");
        assertThat(address(network)).isEqualTo("10.1.0.6");
        assertThatThrownBy(() -> address(network)).hasMessageContaining("no address left");
    }

    @Test
    void addressesComeOutOfThePoolsOnlyUnlessTheyAreAskedFor() {
        JsonNode network =
                create(
                        "network",
                        "",
                        draft(
                                "net",
                                "cidr",
                                "10.1.0.0/24",
                                "gateway",
                                "none",
                                "pools",
                                "10.1.0.7-10.1.0.7,10.1.0.9-10.1.0.9"));

        assertThat(address(network)).isEqualTo("10.1.0.7");
        assertThat(server("", network, "10.1.0.1", "").at("/attributes/address~1eth0").asText())
                .isEqualTo("10.1.0.1");
        assertThat(address(network)).isEqualTo("10.1.0.9");
        assertThatThrownBy(() -> address(network)).hasMessageContaining("no address left");
        assertThatThrownBy(
                        () ->
                                create(
                                        "network",
                                        "",
                                        draft("odd", "cidr", "10.1.0.0/24", "pools", "10.2.0.1")))
                .hasMessageContaining("pool");
    }

    @Test
    void aSegmentOfAWireCarriesOneNetworkAtATime() {
        ObjectNode draft = draft("net", "physical", "wan", "segmentation", "vlan:7");
        String id = create("network", "", draft).path("id").asText();

        assertThatThrownBy(() -> create("network", "", draft)).hasMessageContaining("is taken");
        create("network", "", draft("net", "physical", "lan", "segmentation", "vlan:7"));
        call("DELETE", "/network/" + id, null);

        assertThat(create("network", "", draft).path("id").asText()).isNotEqualTo(id);
    }

    @Test
    void anAddressIsFreeAgainWhenItsServerIsGone() {
        JsonNode network = network("10.1.0.0/29");
        JsonNode first = server("", network, "", "");
        address(network);

        call("DELETE", "/server/" + first.path("id").asText(), null);

        assertThat(address(network)).isEqualTo("10.1.0.2");
    }

    @Test
    void sixthVersionAddressesWorkToo() {
        JsonNode network = network("2001:db8::/64");

        assertThat(address(network)).isEqualTo("2001:db8:0:0:0:0:0:2");
        assertThat(
                        server("", network, "2001:db8::BEEF", "")
                                .at("/attributes/address~1eth0")
                                .asText())
                .isEqualTo("2001:db8:0:0:0:0:0:beef");
    }

    @Test
    void aTakenOrForeignAddressAndABadRangeAreRefused() {
        JsonNode network = network("10.1.0.0/24");
        server("", network, "10.1.0.9", "");

        assertThatThrownBy(() -> server("", network, "10.1.0.9", "")).hasMessageContaining("taken");
        assertThatThrownBy(() -> server("", network, "10.2.0.9", ""))
                .hasMessageContaining("not in the network's range");
        assertThatThrownBy(() -> network("10.1.0.0/99")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> network("example.com/24")).isInstanceOf(Refusal.class);
    }

    @Test
    void aServerBuildsThenIsActiveThenLeavesByTheClockAlone() throws IOException {
        configure("{\"timing\":{\"buildMs\":{\"server\":50},\"deleteMs\":{\"server\":30}}}");
        JsonNode network = network("");
        String id = server("t", network, "", "").path("id").asText();
        String path = "/server/" + id;

        assertThat(call("GET", path, null).path("state").asText()).isEqualTo("BUILDING");
        assertThat(call("GET", path, null).path("againMs").asInt()).isEqualTo(50);
        now.addAndGet(50);
        assertThat(call("GET", path, null).path("state").asText()).isEqualTo("ACTIVE");
        call("DELETE", path, null);
        assertThat(call("GET", path, null).path("state").asText()).isEqualTo("DELETING");
        assertThatThrownBy(() -> call("DELETE", "/network/" + network.path("id").asText(), null))
                .hasMessageContaining("is used by [" + id + "]");
        now.addAndGet(30);
        assertThatThrownBy(() -> call("GET", path, null))
                .hasMessageContaining("There is no server");
        assertThat(answer("DELETE", "/network/" + network.path("id").asText(), null).status())
                .isEqualTo(204);
        assertThat(world.dump().at("/used/vcpus").asInt()).isZero();
    }

    @Test
    void quotaIsCheckedAndGivenBack() throws IOException {
        configure("{\"limits\":{\"vcpus\":4}}");
        String first = server("", null, "", "").path("id").asText();
        server("", null, "", "");

        assertThatThrownBy(() -> server("", null, "", ""))
                .hasMessageContaining("2 more vCPUs wanted, 4 of 4 used");
        call("DELETE", "/server/" + first, null);
        assertThat(server("", null, "", "").path("state").asText()).isEqualTo("ACTIVE");
    }

    @Test
    void membersApartNeedAHostEach() throws IOException {
        configure("{\"layout\":{\"zones\":[\"a\",\"b\"],\"hostsPerZone\":1}}");
        create("server-group", "", draft("g", "apart", "true", "scope", "host"));

        String one = server("", null, "", "g").at("/attributes/host").asText();
        String two = server("", null, "", "g").at("/attributes/host").asText();

        assertThat(two).isNotEqualTo(one);
        assertThatThrownBy(() -> server("", null, "", "g")).hasMessageContaining("No valid host");
    }

    @Test
    void membersTogetherShareAHost() {
        create("server-group", "", draft("g", "apart", "false", "scope", "host"));

        String one = server("", null, "", "g").at("/attributes/host").asText();
        server("", null, "", "");

        assertThat(server("", null, "", "g").at("/attributes/host").asText()).isEqualTo(one);
    }

    @Test
    void aHostThatIsFullTakesNoMore() throws IOException {
        configure("{\"layout\":{\"hostsPerZone\":1,\"hostVcpus\":3}}");
        server("", null, "", "");

        assertThatThrownBy(() -> server("", null, "", "")).hasMessageContaining("No valid host");
    }

    @Test
    void withoutDedupeATokenTwiceGivesTwoAndTheOldestIsFound() throws IOException {
        configure("{\"dedupe\":false}");
        String first = server("t", null, "", "").path("id").asText();
        server("t", null, "", "");

        assertThat(call("GET", "/server?token=t", null).at("/things/0/id").asText())
                .isEqualTo(first);
        assertThat(world.dump().path("duplicates").path("server/t")).hasSize(2);
    }

    @Test
    void pagesShowWhatHasATokenOldestFirst() {
        for (int i = 0; i < 5; i++) {
            create("network", i == 2 ? "" : "t" + i, draft("n" + i));
        }

        JsonNode first = call("GET", "/network?limit=3", null);
        JsonNode second =
                call("GET", "/network?limit=3&after=" + first.path("next").asLong(), null);

        assertThat(first.path("things").findValuesAsText("name")).containsExactly("n0", "n1", "n3");
        assertThat(second.path("things").findValuesAsText("name")).containsExactly("n4");
        assertThat(second.path("next").asLong()).isZero();
    }

    @Test
    void whatIsThereFromTheStartIsInTheInventoryAndNotInOurLists() throws IOException {
        configure("{\"networks\":[\"public\"],\"images\":[\"debian\"]}");

        JsonNode inventory = call("GET", "/inventory", null);

        assertThat(inventory.path("networks").has("public")).isTrue();
        assertThat(inventory.path("images").path("debian").asText()).isEqualTo("debian");
        assertThat(call("GET", "/network", null).path("things")).isEmpty();
        assertThatThrownBy(() -> server("", null, "", "")).hasMessageContaining("no image any");
    }

    @Test
    void anImageWithTheWrongChecksumOrATakenNameIsRefused() {
        create("image", "", draft("img", "sha256", "aa", "content-sha256", "AA"));

        assertThatThrownBy(
                        () ->
                                create(
                                        "image",
                                        "",
                                        draft("x", "sha256", "aa", "content-sha256", "bb")))
                .hasMessageContaining("has checksum bb, not aa");
        assertThatThrownBy(() -> create("image", "", draft("img", "sha256", "cc")))
                .hasMessageContaining("another image img");
    }

    @Test
    void aReplayedWorldIsTheSameAndGoesOnCounting() {
        JsonNode network = network("10.1.0.0/24");
        server("t1", network, "", "");
        String gone = server("t2", network, "", "").path("id").asText();
        call("DELETE", "/server/" + gone, null);
        VimWorld again =
                new VimWorld("w", (op, data) -> {}, new Hands(now), WorldSettings.defaults());

        journal.forEach(line -> again.replay(line.op(), (JsonNode) line.data()));

        assertThat(again.dump()).isEqualTo(world.dump());
        VimWorld compacted =
                new VimWorld("w", (op, data) -> {}, new Hands(now), WorldSettings.defaults());
        again.snapshot().forEach(line -> compacted.replay(line.op(), tree(line.data())));
        assertThat(compacted.dump()).isEqualTo(world.dump());
    }

    @Test
    void aJournalThatCannotBeWrittenStopsTheChange() {
        VimWorld full =
                new VimWorld(
                        "w",
                        (op, data) -> {
                            throw new Refusal(503, "disk", "full");
                        },
                        new Hands(now),
                        WorldSettings.defaults());
        byte[] body = "{\"draft\":{\"name\":\"n\"}}".getBytes(StandardCharsets.UTF_8);
        Call create = new Call(Route.parse("POST", "w/network"), body, "", Deadline.none());

        assertThatThrownBy(() -> full.answer(create)).hasMessage("full");
        assertThat(full.summary().path("total").asInt()).isZero();
    }

    /** A clock that tests turn by hand. */
    private static final class Hands extends Clock {
        private final AtomicLong millis;

        Hands(AtomicLong millis) {
            this.millis = millis;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis.get());
        }
    }
}

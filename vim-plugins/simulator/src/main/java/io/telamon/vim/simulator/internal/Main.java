/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.simkit.Json;
import io.telamon.simkit.Options;
import io.telamon.simkit.Serve;
import io.telamon.vim.simulator.internal.world.VimWorld;
import io.telamon.vim.simulator.internal.world.WorldSettings;
import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** {@code java -jar telamon-vim-simulator.jar serve ...}: the worlds as a process of their own. */
public final class Main {
    private Main() {}

    /**
     * Entry of the process; README.md lists the options.
     *
     * @param arguments {@code serve} and options
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 0 || !"serve".equals(arguments[0])) {
            throw new IllegalArgumentException(
                    "Usage: serve [--port P] [--file F] [--latency MS] ...");
        }
        Set<String> known = new HashSet<>(Serve.KNOWN);
        known.addAll(
                List.of(
                        "build",
                        "delete",
                        "quota",
                        "secret",
                        "zones",
                        "hosts",
                        "images",
                        "networks"));
        Set<String> flags = new HashSet<>(Serve.FLAGS);
        flags.add("no-dedupe");
        Options options = Options.parse(arguments, 1, known, flags);
        WorldSettings settings = settings(options);
        Serve.run(
                options,
                (name, scribe) -> {
                    VimWorld world = new VimWorld(name, scribe, Clock.systemUTC(), settings);
                    if (!settings.networks().isEmpty()) {
                        world.configure(Json.object());
                    }
                    return world;
                });
    }

    private static WorldSettings settings(Options options) throws IOException {
        ObjectNode settings = Json.object();
        ObjectNode timing = settings.putObject("timing");
        timing.put("latencyMs", options.number("latency", 0));
        pairs(timing.putObject("buildMs"), options.all("build"));
        pairs(timing.putObject("deleteMs"), options.all("delete"));
        pairs(settings.putObject("limits"), options.all("quota"));
        ObjectNode layout = settings.putObject("layout");
        layout.put("hostsPerZone", options.number("hosts", 16));
        list(layout, "zones", options.text("zones", ""));
        list(settings, "images", options.text("images", ""));
        list(settings, "networks", options.text("networks", ""));
        settings.put("secret", options.text("secret", ""));
        settings.put("dedupe", !options.has("no-dedupe"));
        JsonNode patch = Json.parse(options.text("settings", "{}"), JsonNode.class);
        return Json.convert(Json.merge(settings, patch), WorldSettings.class);
    }

    /** {@code name=number}, several with commas. */
    private static void pairs(ObjectNode target, List<String> texts) {
        texts.stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> target.put(pair[0], Long.parseLong(pair[1])));
    }

    private static void list(ObjectNode target, String name, String text) {
        if (!text.isEmpty()) {
            Stream.of(text.split(",")).forEach(target.putArray(name)::add);
        }
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.account.SettingField;
import io.telamon.simkit.Json;
import io.telamon.vim.spi.VimAbility;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings of an account, read once when a session opens. */
final class AccountSettings {
    /** Everything this cloud can do. */
    static final Set<String> ALL_ABILITIES =
            Set.of(
                    VimAbility.IMAGE_UPLOAD,
                    VimAbility.SERVER_POWER,
                    VimAbility.SERVER_REBUILD,
                    VimAbility.SERVER_RESIZE,
                    VimAbility.SERVER_GROUP,
                    VimAbility.SECURITY_GROUP,
                    VimAbility.FLOATING_ADDRESS,
                    VimAbility.VOLUME,
                    VimAbility.STACK,
                    VimAbility.PORT_FORWARDING,
                    VimAbility.PROVIDER_NETWORK);

    /** The fields as forms show them. */
    static final List<SettingField> FIELDS =
            List.of(
                    field("abilities", "Abilities", "Which optional abilities to offer.", "all"),
                    field(
                            "settle-ms",
                            "Settle time",
                            "How long an empty find is not believed.",
                            "500"),
                    field(
                            "world",
                            "World",
                            "Name on the server when the endpoint has no path.",
                            ""),
                    field("latency-ms", "Latency", "Embedded only: time of each call.", "0"),
                    field("build-ms", "Build time", "Embedded only: time to build a server.", "0"),
                    field(
                            "delete-ms",
                            "Removal time",
                            "Embedded only: time to remove a server.",
                            "0"),
                    field("quota-servers", "Servers", "Embedded only: quota, -1 for none.", "-1"),
                    field("quota-vcpus", "vCPUs", "Embedded only: quota, -1 for none.", "-1"),
                    field("quota-memory-mb", "Memory", "Embedded only: quota in MiB.", "-1"),
                    field("quota-networks", "Networks", "Embedded only: quota, -1 for none.", "-1"),
                    field("zones", "Zones", "Embedded only: names, with commas.", "zone-1"));

    private final Map<String, String> settings;

    private AccountSettings(Map<String, String> settings) {
        this.settings = settings;
    }

    static AccountSettings of(Map<String, String> settings) {
        return new AccountSettings(settings);
    }

    private static SettingField field(String name, String label, String help, String fallback) {
        return new SettingField(name, label, help, fallback, false);
    }

    String text(String name, String fallback) {
        String value = settings.getOrDefault(name, "");
        return value.isBlank() ? fallback : value.strip();
    }

    private long number(String name, long fallback) {
        String text = text(name, Long.toString(fallback));
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new TelamonException(
                    ErrorCode.VIM_REJECTED, e, "The setting %s is not a number: %s", name, text);
        }
    }

    Set<String> abilities() {
        String text = text("abilities", "all");
        return switch (text) {
            case "all" -> ALL_ABILITIES;
            case "none" -> Set.of();
            default ->
                    Stream.of(text.split(","))
                            .map(String::strip)
                            .filter(ALL_ABILITIES::contains)
                            .collect(Collectors.toUnmodifiableSet());
        };
    }

    Duration settle() {
        return Duration.ofMillis(number("settle-ms", 500));
    }

    /** Patch for the settings of an embedded world; names only what the account sets. */
    ObjectNode patch() {
        ObjectNode patch = Json.object();
        ObjectNode timing = patch.putObject("timing");
        put(timing, "latencyMs", "latency-ms");
        put(timing.putObject("buildMs"), "server", "build-ms");
        put(timing.putObject("deleteMs"), "server", "delete-ms");
        ObjectNode limits = patch.putObject("limits");
        put(limits, "servers", "quota-servers");
        put(limits, "vcpus", "quota-vcpus");
        put(limits, "memoryMb", "quota-memory-mb");
        put(limits, "networks", "quota-networks");
        if (!text("zones", "").isEmpty()) {
            var zones = patch.putObject("layout").putArray("zones");
            Stream.of(text("zones", "").split(",")).map(String::strip).forEach(zones::add);
        }
        return patch;
    }

    private void put(ObjectNode target, String name, String setting) {
        if (!text(setting, "").isEmpty()) {
            target.put(name, number(setting, 0));
        }
    }
}

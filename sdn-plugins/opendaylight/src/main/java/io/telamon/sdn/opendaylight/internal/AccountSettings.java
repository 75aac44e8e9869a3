/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.http.Trust;
import io.telamon.model.account.SettingField;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of an account, read once when a session opens. */
final class AccountSettings {
    /** The fields as forms show them. */
    static final List<SettingField> FIELDS =
            List.of(
                    field("user", "User", "Name of the user; the secret is the password.", "admin"),
                    field(
                            "exit",
                            "Exit",
                            "What happens after the last function: normal (the switch forwards by"
                                    + " address), table:<number> or port:<port>.",
                            "normal"),
                    field(
                            "steer",
                            "Steering",
                            "What goes on from function to function: match (what a classifier"
                                    + " matches) or port (all that leaves a function).",
                            "match"),
                    field("table", "Table", "Number of the flow table to use.", "0"),
                    field(
                            "priority",
                            "Priority",
                            "Lowest priority of flows; 8192 from there on are used.",
                            "40000"),
                    field(
                            "port-prefixes",
                            "Port prefixes",
                            "What stands before the first 11 characters of a Neutron port's id in"
                                    + " the name of a switch port, with commas between.",
                            "tap,qvo,vhu"),
                    field(
                            "settle-seconds",
                            "Settle time",
                            "How long an empty find is not believed.",
                            "5"),
                    field(
                            "ca-file",
                            "CA file",
                            "PEM file with the authorities of an https controller; empty for the usual ones.",
                            ""),
                    field(
                            "insecure",
                            "Insecure",
                            "true checks no certificate at all: for trials only.",
                            "false"));

    private static final int MOST_TABLE = 253;
    private static final int MOST_PRIORITY = 0xffff - 8192;
    private static final String TABLE = "table:";
    private static final String PORT = "port:";

    private final Map<String, String> settings;

    private AccountSettings(Map<String, String> settings) {
        this.settings = settings;
    }

    /**
     * Reads the settings.
     *
     * @throws TelamonException VIM_REJECTED naming the setting that cannot be
     */
    static AccountSettings of(Map<String, String> settings) {
        AccountSettings read = new AccountSettings(settings);
        read.oneOf("steer", List.of("match", "port"));
        read.oneOf("insecure", List.of("true", "false"));
        read.priority();
        read.table();
        read.settle();
        if (read.exitPort().isEmpty()) {
            read.exit();
        }
        return read;
    }

    private static SettingField field(String name, String label, String help, String fallback) {
        return new SettingField(name, label, help, fallback, false);
    }

    private void oneOf(String name, List<String> known) {
        if (!known.contains(text(name))) {
            throw wrong(name, "is \"" + text(name) + "\" and not one of " + known);
        }
    }

    private static TelamonException wrong(String name, String why) {
        return new TelamonException(ErrorCode.VIM_REJECTED, "The setting %s %s", name, why);
    }

    private String text(String name) {
        String value = settings.getOrDefault(name, "").strip();
        return value.isEmpty() ? fallback(name) : value;
    }

    private static String fallback(String name) {
        return FIELDS.stream()
                .filter(field -> field.name().equals(name))
                .map(SettingField::defaultValue)
                .findFirst()
                .orElseThrow();
    }

    private int number(String name, String text, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new TelamonException(
                    ErrorCode.VIM_REJECTED, e, "The setting %s is not a number: %s", name, text);
        }
        throw wrong(name, "is not between 0 and " + most + ": " + text);
    }

    String user() {
        return text("user");
    }

    /** True when all that leaves a function goes on, whatever it is. */
    boolean steersByPort() {
        return "port".equals(text("steer"));
    }

    int table() {
        return number("table", text("table"), MOST_TABLE);
    }

    int priority() {
        return number("priority", text("priority"), MOST_PRIORITY);
    }

    List<String> portPrefixes() {
        return Arrays.stream(text("port-prefixes").split(","))
                .map(String::strip)
                .filter(prefix -> !prefix.isEmpty())
                .toList();
    }

    /** What happens after the last function, when it is not a port. */
    Flow.Way exit() {
        String exit = text("exit");
        if (exit.equals("normal")) {
            return new Flow.Out("NORMAL");
        }
        if (!exit.startsWith(TABLE)) {
            throw wrong(
                    "exit", "is \"" + exit + "\" and not normal, table:<number> or port:<port>");
        }
        int next = number("exit", exit.substring(TABLE.length()), MOST_TABLE + 1);
        if (next <= table()) {
            throw wrong("exit", "leads to table " + next + ", which is not behind " + table());
        }
        return new Flow.Table(next);
    }

    /** The port that all packets leave by, when there is one. */
    Optional<String> exitPort() {
        String exit = text("exit");
        return exit.startsWith(PORT)
                ? Optional.of(exit.substring(PORT.length()).strip())
                : Optional.empty();
    }

    Trust trust() {
        return new Trust(text("ca-file"), Boolean.parseBoolean(text("insecure")));
    }

    Duration settle() {
        return Duration.ofSeconds(number("settle-seconds", text("settle-seconds"), 3600));
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.openstack;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.http.Trust;
import io.telamon.model.account.SettingField;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openstack4j.api.types.Facing;

/** The settings of an account, read once when a session opens. */
public final class AccountSettings {
    /** The fields as forms show them. */
    public static final List<SettingField> FIELDS =
            List.of(
                    field(
                            "project",
                            "Project",
                            "Name of the project; not for application credentials.",
                            ""),
                    field(
                            "user",
                            "User",
                            "Name of the user, or id of the application credential.",
                            ""),
                    field("user-domain", "User domain", "Name of the user's domain.", "Default"),
                    field(
                            "project-domain",
                            "Project domain",
                            "Name of the project's domain.",
                            "Default"),
                    field("region", "Region", "Name of the region; empty when there is one.", ""),
                    field(
                            "interface",
                            "Interface",
                            "Which endpoints to call: public, internal or admin.",
                            "public"),
                    field(
                            "auth",
                            "Authentication",
                            "What the secret is: password, application-credential or token.",
                            "password"),
                    field(
                            "ca-file",
                            "CA file",
                            "PEM file with the authorities of an https cloud; empty for the usual ones.",
                            ""),
                    field(
                            "insecure",
                            "Insecure",
                            "true checks no certificate at all: for trials only.",
                            "false"),
                    field(
                            "security-groups",
                            "Security groups",
                            "Names, with commas, for cards whose descriptor chooses none; empty for"
                                    + " the cloud's default.",
                            ""),
                    field(
                            "external-network",
                            "External network",
                            "Where floating addresses are taken from; empty when there is one.",
                            ""),
                    field(
                            "floating-ip",
                            "Floating addresses",
                            "management gives one to each interface a VNF is managed at.",
                            ""),
                    field(
                            "settle-seconds",
                            "Settle time",
                            "How long an empty find is not believed.",
                            "15"));

    private static final Set<String> METHODS =
            Set.of("password", "application-credential", "token");
    private static final Set<String> INTERFACES = Set.of("public", "internal", "admin");

    private final Map<String, String> settings;

    private AccountSettings(Map<String, String> settings) {
        this.settings = settings;
    }

    /**
     * Reads the settings.
     *
     * @throws TelamonException VIM_REJECTED naming the setting that cannot be
     */
    public static AccountSettings of(Map<String, String> settings) {
        AccountSettings read = new AccountSettings(settings);
        read.oneOf("auth", METHODS);
        read.oneOf("interface", INTERFACES);
        read.oneOf("insecure", Set.of("true", "false"));
        read.settle();
        if (read.text("user").isEmpty() && !"token".equals(read.text("auth"))) {
            throw wrong("user", "is needed for the authentication " + read.text("auth"));
        }
        if (read.text("project").isEmpty() && !"application-credential".equals(read.text("auth"))) {
            throw wrong("project", "is needed for the authentication " + read.text("auth"));
        }
        return read;
    }

    private static SettingField field(String name, String label, String help, String fallback) {
        return new SettingField(name, label, help, fallback, false);
    }

    private static TelamonException wrong(String name, String why) {
        return new TelamonException(ErrorCode.VIM_REJECTED, "The setting %s %s", name, why);
    }

    private void oneOf(String name, Set<String> known) {
        if (!known.contains(text(name))) {
            throw wrong(
                    name,
                    "is \"" + text(name) + "\" and not one of " + known.stream().sorted().toList());
        }
    }

    /** The setting or its default. */
    public String text(String name) {
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

    Facing facing() {
        return Facing.value(text("interface"));
    }

    Trust trust() {
        return new Trust(text("ca-file"), Boolean.parseBoolean(text("insecure")));
    }

    /** How long an empty find is not believed. */
    public Duration settle() {
        try {
            return Duration.ofSeconds(Integer.parseUnsignedInt(text("settle-seconds")));
        } catch (NumberFormatException e) {
            throw new TelamonException(
                    ErrorCode.VIM_REJECTED,
                    e,
                    "The setting settle-seconds is not a number: %s",
                    text("settle-seconds"));
        }
    }
}

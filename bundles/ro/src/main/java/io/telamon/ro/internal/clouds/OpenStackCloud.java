/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.clouds;

import io.telamon.model.LaneKind;
import io.telamon.northbound.api.AccountDraft;
import io.telamon.northbound.api.CloudEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The one place that knows which key of a {@code clouds.yaml} becomes which setting of an account
 * of type {@code openstack}. As OpenStack's own clients do it, keys of {@code auth} may also stand
 * beside it. Made for one use.
 */
final class OpenStackCloud {
    private static final String TYPE = "openstack";
    private static final Set<String> PASSWORD = Set.of("", "password", "v3password");
    private static final Set<String> TOKEN = Set.of("token", "v3token");
    private static final String APPLICATION = "v3applicationcredential";
    private static final Set<String> NO = Set.of("false", "no", "off", "0");

    private final String name;
    private final Map<String, Object> keys = new HashMap<>();
    private final Set<String> unread = new TreeSet<>();
    private final Map<String, String> settings = new HashMap<>();
    private final List<String> notes = new ArrayList<>();

    OpenStackCloud(String name, Map<?, ?> cloud) {
        this.name = name;
        cloud.forEach((key, value) -> keys.put(key.toString(), value));
        if (keys.remove("auth") instanceof Map<?, ?> auth) {
            auth.forEach((key, value) -> keys.put(key.toString(), value));
        }
        unread.addAll(keys.keySet());
    }

    CloudEntry entry() {
        String secret = signIn();
        set("project", text("project_name", "tenant_name"));
        set("user-domain", domain("user_domain"));
        set("project-domain", domain("project_domain"));
        set("region", region());
        set("interface", text("interface", "endpoint_type").replaceFirst("URL$", ""));
        trust();
        String endpoint = text("auth_url");
        if (endpoint.isEmpty()) {
            notes.add("auth_url is missing: enter the endpoint");
        }
        if (secret.isEmpty()) {
            notes.add("No credential is in the file: enter it");
        }
        ids();
        if (!unread.isEmpty()) {
            notes.add("Not taken over: " + String.join(", ", unread));
        }
        return new CloudEntry(
                new AccountDraft(LaneKind.VIM, name, TYPE, endpoint, settings, Map.of(), secret),
                notes);
    }

    /** Sets who signs in and how; answers the credential. */
    private String signIn() {
        String type = text("auth_type").toLowerCase(Locale.ROOT);
        String credential = text("application_credential_id");
        if (type.equals(APPLICATION) || type.isEmpty() && !credential.isEmpty()) {
            set("auth", "application-credential");
            set("user", credential);
            if (credential.isEmpty()) {
                notes.add("application_credential_id is missing: enter the credential's id");
            }
            return credential("application_credential_secret");
        }
        set("user", text("username"));
        if (TOKEN.contains(type) || type.isEmpty() && keys.containsKey("token")) {
            set("auth", "token");
            return credential("token");
        }
        if (!PASSWORD.contains(type)) {
            notes.add("auth_type " + type + " is not known here: the account signs in by password");
        }
        return credential("password");
    }

    private String domain(String kind) {
        String named = text(kind + "_name");
        String common = named.isEmpty() ? text("domain_name") : named;
        if (common.isEmpty() && "default".equals(keys.get(kind + "_id"))) {
            unread.remove(kind + "_id");
            return "Default"; // the one domain whose id everybody knows
        }
        return common;
    }

    private String region() {
        String one = text("region_name");
        if (one.isEmpty() && keys.get("regions") instanceof List<?> all && !all.isEmpty()) {
            unread.remove("regions");
            if (all.size() > 1) {
                notes.add(
                        "The file names several regions; an account is for one, the first is taken");
            }
            Object first = all.get(0);
            return first instanceof Map<?, ?> map
                    ? String.valueOf(map.get("name"))
                    : first.toString();
        }
        return one;
    }

    private void trust() {
        boolean unchecked =
                NO.contains(text("verify").toLowerCase(Locale.ROOT))
                        || Boolean.parseBoolean(text("insecure").toLowerCase(Locale.ROOT));
        if (unchecked) {
            set("insecure", "true");
        }
        String file = text("cacert");
        if (!file.isEmpty()) {
            set("ca-file", file);
            notes.add("The file " + file + " must be there on the machine that Telamon runs on");
        }
    }

    /** What the file names by id only, the account must name. */
    private void ids() {
        if (!"application-credential".equals(settings.get("auth"))) {
            named("project", "project_id", "tenant_id");
            named("user", "user_id");
            named("user-domain", "user_domain_id", "domain_id");
            named("project-domain", "project_domain_id");
        }
        for (String known : List.of("profile", "cloud")) {
            if (!text(known).isEmpty()) {
                notes.add("What the profile " + text(known) + " adds is not read");
            }
        }
    }

    private void named(String setting, String... ids) {
        for (String id : ids) {
            if (!text(id).isEmpty() && !settings.containsKey(setting)) {
                notes.add(id + " is not used: enter the name in " + setting);
            }
        }
    }

    /** A credential is taken as it stands, spaces included. */
    private String credential(String key) {
        unread.remove(key);
        return keys.get(key) instanceof String value ? value : "";
    }

    /** The first of these keys that has a text. */
    private String text(String... names) {
        String found = "";
        for (String key : names) {
            if (keys.get(key) instanceof String value) {
                unread.remove(key);
                found = found.isEmpty() ? value.strip() : found;
            }
        }
        return found;
    }

    private void set(String setting, String value) {
        if (!value.isEmpty()) {
            settings.put(setting, value);
        }
    }
}

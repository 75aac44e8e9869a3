/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import io.telamon.model.LaneKind;
import io.telamon.model.instance.Account;
import io.telamon.northbound.api.AccountDraft;
import io.telamon.northbound.rest.internal.http.Calls;
import java.util.HashMap;
import java.util.Map;

/**
 * What a client says about an account. In a change (RFC 7396) an absent field stays, a null entry
 * of a map goes.
 *
 * @param name unique within the tenant
 * @param type plug-in type
 * @param endpoint address as the plug-in understands it
 * @param settings further settings
 * @param labels labels for placement
 * @param secret the credential in plain text; never shown again
 */
public record AccountRequest(
        String name,
        String type,
        String endpoint,
        Map<String, Object> settings,
        Map<String, Object> labels,
        String secret) {
    AccountDraft create(LaneKind kind) {
        return new AccountDraft(
                kind,
                Calls.required(name, "name is missing"),
                Calls.required(type, "type is missing; see /api/v1/plugin-types"),
                endpoint == null ? "" : endpoint,
                merged(Map.of(), settings),
                merged(Map.of(), labels),
                secret);
    }

    /** The same for a test of the connection, which needs no name. */
    AccountDraft trial(LaneKind kind) {
        return new AccountRequest(
                        name == null || name.isBlank() ? "unsaved" : name,
                        type,
                        endpoint,
                        settings,
                        labels,
                        secret)
                .create(kind);
    }

    AccountDraft change(Account before) {
        return new AccountDraft(
                before.lane().kind(),
                name == null ? before.name() : name,
                type == null ? before.type() : type,
                endpoint == null ? before.endpoint() : endpoint,
                merged(before.settings(), settings),
                merged(before.labels(), labels),
                secret);
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "AccountRequest[" + name + " " + type + " " + endpoint + "]";
    }

    private static Map<String, String> merged(
            Map<String, String> before, Map<String, Object> wish) {
        Map<String, String> after = new HashMap<>(before);
        if (wish != null) {
            wish.forEach(
                    (key, value) -> {
                        if (value == null) {
                            after.remove(key);
                        } else {
                            after.put(key, value.toString());
                        }
                    });
        }
        return after;
    }
}

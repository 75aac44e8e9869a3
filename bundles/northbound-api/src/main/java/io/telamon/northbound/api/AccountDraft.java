/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import io.telamon.model.LaneKind;
import java.util.Map;

/**
 * What a person enters for an account.
 *
 * @param kind VIM or SDN
 * @param name unique within the tenant
 * @param type plug-in type
 * @param endpoint address as the plug-in understands it
 * @param settings further settings
 * @param labels labels for placement
 * @param secret the credential in plain text; null keeps the stored one
 */
public record AccountDraft(
        LaneKind kind,
        String name,
        String type,
        String endpoint,
        Map<String, String> settings,
        Map<String, String> labels,
        String secret) {
    /** Copies the maps. */
    public AccountDraft {
        settings = Map.copyOf(settings);
        labels = Map.copyOf(labels);
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "AccountDraft[" + kind + " " + name + " " + type + " " + endpoint + "]";
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instantiate;

import static io.telamon.portal.internal.app.Texts.t;

import io.telamon.northbound.api.NsChange;
import io.telamon.portal.internal.widget.UrlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a person has chosen so far. Lives in the address, so it can be reloaded and shared. */
final class Draft {
    private static final String AT = "at.";
    private static final String PARAMETER = "p.";
    private final List<Runnable> listeners = new ArrayList<>();
    private UrlState url;

    void follow(UrlState state) {
        url = state;
    }

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void put(String key, String value) {
        url.put(Map.of(key, value == null ? "" : value));
        listeners.forEach(Runnable::run);
    }

    /** Id of a record that is already there; empty when one is to be made. */
    String instance() {
        return url.get("instance");
    }

    String service() {
        return url.get("nsd");
    }

    void service(String id) {
        put("nsd", id);
    }

    String name() {
        return url.get("name");
    }

    void name(String name) {
        put("name", name);
    }

    String description() {
        return url.get("description");
    }

    void description(String text) {
        put("description", text);
    }

    boolean heals() {
        return url.get("drift").equals("heal");
    }

    void heals(boolean heal) {
        put("drift", heal ? "heal" : "");
    }

    /** Account by member index; members without one are placed by Telamon. */
    Map<String, String> places() {
        return url.under(AT);
    }

    void place(String member, String account) {
        put(AT + member, account);
    }

    Map<String, String> parameters() {
        return url.under(PARAMETER);
    }

    void parameter(String key, String value) {
        put(PARAMETER + key, value);
    }

    boolean complete() {
        return !service().isEmpty() && !name().isBlank();
    }

    NsChange.Instantiate wish() {
        return new NsChange.Instantiate(places(), parameters(), heals() ? "heal" : "report");
    }

    /** The same as a shell command. */
    String command() {
        StringBuilder options = new StringBuilder();
        places().forEach((member, account) -> options.append(option(member, account)));
        parameters()
                .forEach(
                        (name, value) ->
                                options.append(t("same.instantiate.param", name, value))
                                        .append(' '));
        return t("same.instantiate.command", service(), options, name());
    }

    private static String option(String member, String account) {
        return (member.equals("*")
                        ? t("same.instantiate.vim", account)
                        : t("same.instantiate.place", member, account))
                + ' ';
    }

    /** The same as a REST call. */
    String rest() {
        return t("same.instantiate.rest", service(), name());
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instantiate;

import static io.telamon.portal.internal.app.Texts.t;

import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.PlacementRules;
import io.telamon.portal.internal.widget.UrlState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

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

    /** Which account is best for members that Telamon places. */
    PlacementRules.Aim aim() {
        return Arrays.stream(PlacementRules.Aim.values())
                .filter(one -> word(one).equals(url.get("aim")))
                .findFirst()
                .orElse(PlacementRules.Aim.SPREAD);
    }

    void aim(PlacementRules.Aim aim) {
        put("aim", aim == PlacementRules.Aim.SPREAD ? "" : word(aim));
    }

    /** Labels that an account must have, as typed: {@code label=value, label=value}. */
    String needs() {
        return url.get("needs");
    }

    void needs(String labels) {
        put("needs", labels.trim());
    }

    /** Longest latency in milliseconds; null for any. */
    Integer latency() {
        String text = url.get("latency");
        return text.matches("[1-9][0-9]{0,8}") ? Integer.valueOf(text) : null;
    }

    void latency(Integer millis) {
        put("latency", millis == null ? "" : millis.toString());
    }

    private static String word(PlacementRules.Aim aim) {
        return aim.name().toLowerCase(Locale.ROOT);
    }

    private PlacementRules rules() {
        Map<String, String> labels = new TreeMap<>();
        for (String pair : needs().split(",")) {
            String[] sides = pair.trim().split("=", 2);
            if (!sides[0].isBlank()) {
                labels.put(sides[0].trim(), sides.length > 1 ? sides[1].trim() : "");
            }
        }
        Integer longest = latency();
        return new PlacementRules(aim(), labels, longest == null ? 0 : longest);
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
        return new NsChange.Instantiate(
                places(), parameters(), heals() ? "heal" : "report", rules());
    }

    /** The same as a shell command. */
    String command() {
        StringBuilder options = new StringBuilder();
        places().forEach((member, account) -> options.append(option(member, account)));
        PlacementRules rules = rules();
        if (rules.aim() != PlacementRules.Aim.SPREAD) {
            options.append(t("same.instantiate.aim", word(rules.aim()))).append(' ');
        }
        rules.labels()
                .forEach(
                        (label, value) ->
                                options.append(t("same.instantiate.require", label, value))
                                        .append(' '));
        if (rules.maxLatencyMs() > 0) {
            options.append(t("same.instantiate.latency", latency().toString())).append(' ');
        }
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

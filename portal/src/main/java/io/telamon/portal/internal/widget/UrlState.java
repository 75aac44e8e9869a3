/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.widget;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The query of the page's address: search, sorting, selection. Survives reload and being shared.
 */
public final class UrlState {
    private final String path;
    private final Map<String, String> values = new TreeMap<>();

    /** Starts from the address a page was opened with. */
    public UrlState(Location location) {
        path = location.getPath();
        location.getQueryParameters()
                .getParameters()
                .forEach((key, all) -> values.put(key, all.isEmpty() ? "" : all.get(0)));
    }

    /** A value, empty when absent. */
    public String get(String key) {
        return values.getOrDefault(key, "");
    }

    /** All values whose key starts so, by the rest of the key. */
    public Map<String, String> under(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        values.forEach(
                (key, value) -> {
                    if (key.startsWith(prefix)) {
                        found.put(key.substring(prefix.length()), value);
                    }
                });
        return found;
    }

    /** Changes values (empty removes) and the address in the browser, without loading anything. */
    public void put(Map<String, String> changes) {
        Map<String, String> before = new TreeMap<>(values);
        changes.forEach(
                (key, value) -> {
                    if (value == null || value.isEmpty()) {
                        values.remove(key);
                    } else {
                        values.put(key, value);
                    }
                });
        UI ui = UI.getCurrent();
        if (ui != null && !before.equals(values)) {
            ui.getPage().getHistory().replaceState(null, location());
        }
    }

    private Location location() {
        Map<String, List<String>> query = new LinkedHashMap<>();
        values.forEach((key, value) -> query.put(key, List.of(value)));
        return new Location(path, new QueryParameters(query));
    }
}

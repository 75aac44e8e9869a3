/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.names;

import io.telamon.northbound.api.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads whole lists page by page, up to what a person or a pipe can use. */
public final class Lists {
    private static final int PAGE = 500;
    private static final int MOST = 20_000;

    private Lists() {}

    /** All elements behind {@code read}. */
    public static <T> List<T> all(Function<Page.Request, Page<T>> read) {
        List<T> items = new ArrayList<>();
        String after = "";
        do {
            Page<T> page = read.apply(new Page.Request(after, PAGE));
            items.addAll(page.items());
            after = page.next();
        } while (!after.isEmpty() && items.size() < MOST);
        return items;
    }
}

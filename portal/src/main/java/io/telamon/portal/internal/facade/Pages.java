/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.facade;

import io.telamon.northbound.api.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads a list of a facade to its end, page by page. */
public final class Pages {
    private static final int SIZE = 1_000;
    private static final int MOST = 20_000;

    private Pages() {}

    /** All elements, up to a number nobody can look at. */
    public static <T> List<T> all(Function<Page.Request, Page<T>> ask) {
        List<T> all = new ArrayList<>();
        String after = "";
        do {
            Page<T> page = ask.apply(new Page.Request(after, SIZE));
            all.addAll(page.items());
            after = page.next();
        } while (!after.isEmpty() && all.size() < MOST);
        return all;
    }
}

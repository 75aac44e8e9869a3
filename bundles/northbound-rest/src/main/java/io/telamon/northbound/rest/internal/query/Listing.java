/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.northbound.api.Page;
import io.telamon.northbound.rest.internal.http.Json;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A list as SOL013 clauses 5.2 to 5.4 have it: filtered, with chosen attributes, in pages. A page
 * is short when the filter drops much, but never empty while something follows.
 */
public final class Listing {
    private static final ObjectMapper MAPPER = Json.mapper();
    private static final int DEFAULT_SIZE = 100;
    private static final int MOST = 1000;
    private static final String MARKER = "nextpage_opaque_marker";
    private static final String SIZE = "page_size";

    private final UriInfo uri;
    private final Filter filter;
    private final Selector selector;
    private final Page.Request first;

    private Listing(UriInfo uri, Class<?> type, Set<String> byDefault) {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        this.uri = uri;
        this.filter = Filter.parse(query.getFirst("filter"), type);
        this.selector = Selector.parse(query, type, byDefault);
        this.first = request(query);
    }

    /**
     * Reads what a client asks for.
     *
     * @param uri the request
     * @param type representation
     * @param byDefault attributes left out unless asked for
     */
    public static Listing of(UriInfo uri, Class<?> type, Set<String> byDefault) {
        return new Listing(uri, type, byDefault);
    }

    /** True when an attribute that costs something must be there. */
    public boolean wants(String attribute) {
        return selector.wants(attribute)
                || filter.conditions().stream().anyMatch(one -> one.path()[0].equals(attribute));
    }

    /** Asks for parts until something is left to show. */
    public <V> Response answer(Function<Page.Request, Page<V>> source, Function<V, ?> represent) {
        List<JsonNode> kept = new ArrayList<>();
        Page.Request request = first;
        String next;
        do {
            Page<V> page = source.apply(request);
            page.items().stream()
                    .map(represent)
                    .<JsonNode>map(MAPPER::valueToTree)
                    .filter(filter::accepts)
                    .map(selector::select)
                    .forEach(kept::add);
            next = page.next();
            request = new Page.Request(next, first.limit());
        } while (kept.isEmpty() && !next.isEmpty());
        Response.ResponseBuilder answer = Response.ok(kept);
        if (!next.isEmpty()) {
            answer.header("Link", "<%s>; rel=\"next\"".formatted(link(next)));
        }
        return answer.build();
    }

    /** A list that has no parts of its own. */
    public <V> Response answer(List<V> all, Function<V, ?> represent) {
        BiFunction<Page.Request, List<V>, Page<V>> slice =
                (part, items) -> {
                    int from = part.after().isEmpty() ? 0 : offset(part.after(), items.size());
                    int to = Math.min(items.size(), from + part.limit());
                    return new Page<>(
                            items.subList(from, to), to < items.size() ? Integer.toString(to) : "");
                };
        return answer(part -> slice.apply(part, all), represent);
    }

    private String link(String marker) {
        return uri.getRequestUriBuilder()
                .replaceQueryParam(MARKER, "{marker}")
                .build(marker)
                .toString();
    }

    private static int offset(String marker, int size) {
        try {
            return Math.min(Math.max(Integer.parseInt(marker), 0), size);
        } catch (NumberFormatException foreign) {
            throw new TelamonException(
                    ErrorCode.INVALID_ARGUMENT, "%s is not a marker of this list", marker);
        }
    }

    private static Page.Request request(MultivaluedMap<String, String> query) {
        String marker = query.getFirst(MARKER);
        String size = query.getFirst(SIZE);
        int limit = DEFAULT_SIZE;
        if (size != null) {
            limit = size.matches("\\d{1,4}") ? Integer.parseInt(size) : 0;
        }
        if (limit < 1 || limit > MOST) {
            throw new TelamonException(
                    ErrorCode.INVALID_ARGUMENT, "page_size is 1 to %d, not %s", MOST, size);
        }
        return new Page.Request(marker == null ? "" : marker, limit);
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.memory;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.store.api.Slice;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The checks that a database does by keys, versions and unique rules. */
final class Rules {
    private Rules() {}

    static void free(Optional<?> taken, String what, Object id) {
        if (taken.isPresent()) {
            throw new TelamonException(
                    ErrorCode.ALREADY_EXISTS,
                    "%s %s exists already; choose another name",
                    what,
                    id);
        }
    }

    static void version(Optional<Long> stored, long read, String what, Object id) {
        if (stored.isEmpty() || stored.get() != read) {
            throw stale(what, id);
        }
    }

    static TelamonException stale(String what, Object id) {
        return new TelamonException(
                ErrorCode.STALE, "%s %s was changed meanwhile; read it again and repeat", what, id);
    }

    /** The part of a list in id order that a slice asks for. */
    static <T> List<T> byId(List<T> all, Function<T, String> id, Slice slice) {
        return all.stream()
                .filter(row -> id.apply(row).compareTo(slice.after()) > 0)
                .sorted((a, b) -> id.apply(a).compareTo(id.apply(b)))
                .limit(slice.limit())
                .toList();
    }

    /** The part of an ordered list behind the element whose id is the marker. */
    static <T> List<T> behind(List<T> ordered, Function<T, String> id, Slice slice) {
        if (slice.after().isEmpty()) {
            return ordered.stream().limit(slice.limit()).toList();
        }
        List<String> ids = ordered.stream().map(id).toList();
        int at = ids.indexOf(slice.after());
        if (at < 0) {
            throw new TelamonException(
                    ErrorCode.INVALID_ARGUMENT,
                    "The list marker %s is not known (any more); start the list again",
                    slice.after());
        }
        return ordered.stream().skip(at + 1L).limit(slice.limit()).toList();
    }
}

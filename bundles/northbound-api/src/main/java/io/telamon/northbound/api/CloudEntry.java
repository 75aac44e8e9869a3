/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One cloud of an OpenStack {@code clouds.yaml}, ready to be tested and added.
 *
 * @param draft the account it would be; holds the credential, which is never shown
 * @param notes what was not taken over and why, for people
 */
public record CloudEntry(AccountDraft draft, List<String> notes) {
    /** Copies the list. */
    public CloudEntry {
        notes = List.copyOf(notes);
    }

    /**
     * The entry that a person means.
     *
     * @param name its name in the file; empty when the file has only one
     */
    public static CloudEntry of(List<CloudEntry> all, String name) {
        if (name.isEmpty() && all.size() == 1) {
            return all.get(0);
        }
        String names =
                all.stream().map(entry -> entry.draft().name()).collect(Collectors.joining(", "));
        if (name.isEmpty()) {
            throw new TelamonException(
                    ErrorCode.INVALID_ARGUMENT, "Say which cloud of the file is meant: %s", names);
        }
        return all.stream()
                .filter(entry -> entry.draft().name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new TelamonException(
                                        ErrorCode.NOT_FOUND,
                                        "The file has no cloud %s, but %s",
                                        name,
                                        names));
    }
}

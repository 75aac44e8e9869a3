/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import java.util.List;
import java.util.function.Supplier;

/**
 * One bad input and what must come of it.
 *
 * @param name what is bad
 * @param status HTTP status
 * @param code code of the problem, or of the finding for packages
 * @param words what the answer must say, each of them
 * @param attempt does it
 */
record BadCase(String name, int status, String code, List<String> words, Supplier<Reply> attempt) {
    /** A case whose answer must say these words. */
    static BadCase of(
            String name, int status, String code, Supplier<Reply> attempt, String... words) {
        return new BadCase(name, status, code, List.of(words), attempt);
    }

    /** True when the answer is as it must be. */
    boolean holds(Reply reply) {
        String said = reply.body().toString();
        boolean coded =
                code.isEmpty() || reply.code().equals(code) || reply.findings().contains(code);
        return reply.status() == status && coded && words.stream().allMatch(said::contains);
    }
}

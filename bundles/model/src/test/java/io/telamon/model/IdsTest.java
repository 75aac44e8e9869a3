/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Proves that new ids lie together in an index and are still ids of RFC 9562. */
class IdsTest {
    private static final int ROUNDS = 1_000;

    @Test
    void newIdBeginsWithTheTime() {
        long before = Instant.now().toEpochMilli();
        UUID id = UUID.fromString(Ids.random());
        long after = Instant.now().toEpochMilli();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, after);
    }

    @Test
    void idsOfOneMomentDiffer() {
        assertThat(Stream.generate(Ids::random).limit(ROUNDS).distinct()).hasSize(ROUNDS);
    }
}

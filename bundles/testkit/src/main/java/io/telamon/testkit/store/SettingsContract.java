/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.store;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@code Settings} promises. */
public interface SettingsContract extends StoreUnderTest {
    /** Nothing, then a value, then another. */
    @Test
    default void settingIsAbsentThenKeptThenReplaced() {
        String name = "setting-" + UUID.randomUUID();

        thatFound(work -> work.settings().get(name)).isEmpty();
        write(work -> work.settings().put(name, "one"));
        thatFound(work -> work.settings().get(name)).contains("one");
        write(work -> work.settings().put(name, "two"));
        thatFound(work -> work.settings().get(name)).contains("two");
    }

    /** A setting belongs to its transaction. */
    @Test
    default void settingOfAFailedTransactionIsNotKept() {
        String name = "setting-" + UUID.randomUUID();

        refused(
                ErrorCode.BUSY,
                work -> {
                    work.settings().put(name, "lost");
                    throw new TelamonException(ErrorCode.BUSY, "Broken on purpose");
                });

        thatFound(work -> work.settings().get(name)).isEmpty();
    }
}

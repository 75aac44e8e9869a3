/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.store.api.Store;
import io.telamon.store.api.UnitOfWork;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.api.OptionalAssert;

/** The store that a contract is checked on; it may hold rows of other tests. */
public interface StoreUnderTest {
    /** The store; open for the whole test. */
    Store store();

    /** Changes something in a transaction of its own. */
    default void write(Consumer<UnitOfWork> work) {
        store().write(
                        unit -> {
                            work.accept(unit);
                            return null;
                        });
    }

    /** Changes something in a transaction of its own and returns the outcome. */
    default <T> T written(Function<UnitOfWork, T> work) {
        return store().write(work);
    }

    /** Reads in a transaction of its own. */
    default <T> T seen(Function<UnitOfWork, T> work) {
        return store().read(work);
    }

    /** What a reading transaction finds, to be judged. */
    default <T> OptionalAssert<T> thatFound(Function<UnitOfWork, Optional<T>> read) {
        return assertThat(store().read(read));
    }

    /** The list that a reading transaction yields, to be judged. */
    default <T> ListAssert<T> thatList(Function<UnitOfWork, List<T>> read) {
        return assertThat(store().read(read));
    }

    /** The value that a reading transaction yields, to be judged. */
    default <T> ObjectAssert<T> thatValue(Function<UnitOfWork, T> read) {
        return Assertions.assertThatObject(store().read(read));
    }

    /** Fails unless the transaction is refused with this code. */
    default void refused(ErrorCode code, Consumer<UnitOfWork> work) {
        assertThatThrownBy(() -> write(work))
                .asInstanceOf(InstanceOfAssertFactories.type(TelamonException.class))
                .extracting(TelamonException::code)
                .isEqualTo(code);
    }
}

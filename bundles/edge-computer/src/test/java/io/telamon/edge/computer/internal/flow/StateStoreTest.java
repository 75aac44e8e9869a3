/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StateStoreTest {
    private final AtomicLong nanos = new AtomicLong();
    private final StateStore store = new StateStore(1000, Duration.ofSeconds(10), nanos::get);

    @Test
    void whatWasPutIsThereUntilItIsDeleted() throws Exception {
        store.put("a", bytes(1));
        store.put("a", bytes(2));

        assertThat(store.get("a")).contains(bytes(2));
        assertThat(store.delete("a")).isTrue();
        assertThat(store.delete("a")).isFalse();
        assertThat(store.get("a")).isEmpty();
        assertThat(store.bytes()).isZero();
    }

    @Test
    void aStateExpiresAfterItsLastUse() throws Exception {
        store.put("used", bytes(1));
        store.put("unused", bytes(1));
        nanos.addAndGet(6_000_000_000L);
        store.get("used");
        nanos.addAndGet(6_000_000_000L);

        assertThat(store.get("unused")).isEmpty();
        assertThat(store.get("used")).isPresent();
    }

    @Test
    void aFullStoreTakesNoMoreButKeepsWhatItHas() throws Exception {
        store.put("a", bytes(700));

        assertThatThrownBy(() -> store.put("b", bytes(200)))
                .isInstanceOf(StateStore.FullException.class)
                .hasMessageContaining("State b of 200 bytes does not fit");
        store.put("a", bytes(600));
        store.put("b", bytes(100));
        assertThat(store.get("a")).contains(bytes(600));
    }

    private static ByteString bytes(int count) {
        return ByteString.copyFrom(new byte[count]);
    }
}

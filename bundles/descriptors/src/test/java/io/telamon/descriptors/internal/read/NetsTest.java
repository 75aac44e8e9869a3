/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetsTest {
    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "255.255.255.255", "::1", "fd00::1:2", "::ffff:a00:1"})
    void addressesAreKnown(String text) {
        assertThat(Nets.address(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0",
                "10.0.0.256",
                "localhost",
                "1",
                ":::",
                "fd00::g",
                "10.0.0.1/8"
            })
    void everythingElseIsNone(String text) {
        assertThat(Nets.address(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/33", "10.0.0.0/", "10.0.0.0/x", "fd00::/129", "/24", "10.0.0.0"})
    void networksNeedALengthThatFits(String text) {
        assertThat(Nets.cidr(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/24, 10.0.0.128/25, true",
        "10.0.0.0/24, 10.0.1.0/24, false",
        "0.0.0.0/0, 192.168.1.0/24, true",
        "10.0.0.0/8, fd00::/8, false",
        "fd00:1::/32, fd00:1:2::/48, true",
        "10.0.0.77/32, 10.0.0.0/24, true"
    })
    void overlapIsSeenBothWays(String one, String other, boolean expected) {
        var a = Nets.cidr(one).orElseThrow();
        var b = Nets.cidr(other).orElseThrow();

        assertThat(a.overlaps(b)).isEqualTo(expected);
        assertThat(b.overlaps(a)).isEqualTo(expected);
    }
}

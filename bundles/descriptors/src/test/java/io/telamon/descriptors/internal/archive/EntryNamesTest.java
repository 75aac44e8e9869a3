/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a.yaml", "./a/b.txt", "a..b", "a/...", "x/y z", "ä/ö"})
    void ordinaryNamesAreHarmless(String name) {
        assertThat(EntryNames.problem(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\0b", "a\nb", "..", "a/..", "a/../b", "..\\a", "/a", "c:a"})
    void otherNamesAreNot(String name) {
        assertThat(EntryNames.problem(name)).isPresent();
    }

    @Test
    void namesWithoutEndAreNot() {
        assertThat(EntryNames.problem("a".repeat(1025))).contains("ENTRY_NAME");
    }

    @Test
    void oneFileHasOneName() {
        assertThat(EntryNames.plain("./a//b/./c")).isEqualTo("a/b/c");
        assertThat(EntryNames.plain("a\\b")).isEqualTo("a/b");
    }
}

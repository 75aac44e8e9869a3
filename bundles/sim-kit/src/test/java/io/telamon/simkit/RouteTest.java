/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Method and path say what a call is about. */
class RouteTest {
    @ParameterizedTest
    @CsvSource({
        "GET, w, probe, '', ''",
        "GET, w/inventory, inventory, '', ''",
        "POST, w/server, create, server, ''",
        "GET, w/server?token=t, find, server, ''",
        "GET, w/server?after=3, list, server, ''",
        "GET, w/server/s-1, observe, server, s-1",
        "PUT, w/server/s-1, update, server, s-1",
        "DELETE, w/server/s-1, delete, server, s-1",
        "POST, w/server/s-1/stop, act, server, s-1"
    })
    void aPathHasItsVerb(String method, String target, String verb, String kind, String id) {
        Route route = Route.parse(method, target);

        assertThat(route.world()).isEqualTo("w");
        assertThat(route.verb()).isEqualTo(verb);
        assertThat(route.kind()).isEqualTo(kind);
        assertThat(route.id()).isEqualTo(id);
    }

    @Test
    void namesAreDecodedAndTheActionIsAParameter() {
        Route route = Route.parse("POST", "a%20b/server/s%2F1/stop");

        assertThat(route.world()).isEqualTo("a b");
        assertThat(route.id()).isEqualTo("s/1");
        assertThat(route.query("action")).isEqualTo("stop");
    }

    @Test
    void whatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> Route.parse("PATCH", "w/server")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Route.parse("GET", "")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Route.parse("GET", "a/b/c/d/e")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Route.parse("GET", "a/%zz")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Route.parse("GET", "w/server?after=x").number("after", 0))
                .hasMessageContaining("after is not a number");
    }
}

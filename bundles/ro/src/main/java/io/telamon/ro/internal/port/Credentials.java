/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.port;

import io.telamon.sdn.spi.VimAccess;
import java.util.List;
import java.util.stream.Stream;

/**
 * What opens an account.
 *
 * @param secret its own credential in plain text; empty for none
 * @param vim the VIM account it rides on, if it is an SDN account that does
 */
public record Credentials(String secret, VimAccess vim) {
    /** Of an account that stands alone. */
    public static Credentials of(String secret) {
        return new Credentials(secret, VimAccess.none());
    }

    /** Everything that must not be said aloud. */
    public List<String> secrets() {
        return Stream.of(secret, vim.secret()).filter(one -> !one.isEmpty()).toList();
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "Credentials[***]";
    }
}

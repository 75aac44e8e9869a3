/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

/**
 * Where a console is; whoever has the address can use it.
 *
 * @param address for a browser
 */
public record ConsoleAddress(String address) {}

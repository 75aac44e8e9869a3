/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

/**
 * Asks for a console.
 *
 * @param resourceKey the machine, as the service's resources name it
 */
public record ConsoleRequest(String resourceKey) {}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.sol;

/**
 * A link to a resource (SOL013 clause 5.9).
 *
 * @param href address
 */
public record Link(String href) {}

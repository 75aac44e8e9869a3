/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

/**
 * A router or dispatcher as it announced itself.
 *
 * @param endpoint of its lambda port; its identity
 * @param tableEndpoint where its table is written
 */
record Router(String endpoint, String tableEndpoint) {}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
/**
 * What a function developer implements: Java functions that edge computers find as OSGi services.
 */
package io.telamon.edge.spi;

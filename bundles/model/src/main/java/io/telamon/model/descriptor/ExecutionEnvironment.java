/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

/**
 * Where primitives run (OSM {@code execution-environment-list}, {@code juju}, {@code script}).
 *
 * @param id identifier inside the configuration
 * @param kind such as juju, helm, script or ansible
 * @param reference charm, chart or script, as the package names it
 */
public record ExecutionEnvironment(String id, String kind, String reference) {}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.Optional;

/**
 * A disk besides the root disk (OSM {@code volumes}, SOL006 {@code virtual-storage-desc}, SOL001
 * {@code Vdu.VirtualBlockStorage}).
 *
 * @param id identifier, unique in the VDU
 * @param sizeGb size in GiB
 * @param kind how long it lives
 * @param image image it starts from, if any
 */
public record VolumeSpec(String id, long sizeGb, VolumeKind kind, Optional<String> image) {}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.resource;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A disk of the cloud's block storage, which outlives the server it is plugged into.
 *
 * @param name name on the cloud
 * @param sizeGb size in GiB
 * @param image image whose content it starts with, id or reference; empty for none
 * @param zone availability zone, or empty
 */
public record BlockVolumeSpec(String name, long sizeGb, Value image, String zone)
        implements ResourceSpec {
    @Override
    public boolean becomes(ResourceSpec next) {
        return next instanceof BlockVolumeSpec volume
                && volume.image().equals(image)
                && volume.sizeGb() >= sizeGb;
    }

    @Override
    public String kind() {
        return "volume";
    }

    @Override
    public BlockVolumeSpec resolve(UnaryOperator<Value> resolver) {
        return new BlockVolumeSpec(name, sizeGb, resolver.apply(image), zone);
    }

    @Override
    public List<Value> references() {
        return Stream.of(image).filter(Value::isReference).toList();
    }
}

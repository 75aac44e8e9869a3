/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers the parts of a {@link Vdu}. Not safe for several threads. */
public final class VduBuilder {
    private final String id;
    private String name = "";
    private ComputeSpec compute = ComputeSpec.of(1, 512, 1);
    private List<VolumeSpec> volumes = List.of();
    private Optional<VduImage> image = Optional.empty();
    private DayZero day0 = DayZero.none();
    private List<VduInterface> interfaces = List.of();
    private InstanceRange count = InstanceRange.one();
    private VduPlacement placement = VduPlacement.anywhere();
    private Optional<ServerlessFunction> function = Optional.empty();
    private Map<String, String> labels = Map.of();

    VduBuilder(String id) {
        this.id = id;
    }

    /** Sets name; see {@link Vdu#name()}. */
    public VduBuilder name(String value) {
        this.name = value;
        return this;
    }

    /** Sets compute; see {@link Vdu#compute()}. */
    public VduBuilder compute(ComputeSpec value) {
        this.compute = value;
        return this;
    }

    /** Sets volumes; see {@link Vdu#volumes()}. */
    public VduBuilder volumes(List<VolumeSpec> value) {
        this.volumes = value;
        return this;
    }

    /** Sets image; see {@link Vdu#image()}. */
    public VduBuilder image(VduImage value) {
        this.image = Optional.of(value);
        return this;
    }

    /** Sets day0; see {@link Vdu#day0()}. */
    public VduBuilder day0(DayZero value) {
        this.day0 = value;
        return this;
    }

    /** Sets interfaces; see {@link Vdu#interfaces()}. */
    public VduBuilder interfaces(List<VduInterface> value) {
        this.interfaces = value;
        return this;
    }

    /** Sets count; see {@link Vdu#count()}. */
    public VduBuilder count(InstanceRange value) {
        this.count = value;
        return this;
    }

    /** Sets placement; see {@link Vdu#placement()}. */
    public VduBuilder placement(VduPlacement value) {
        this.placement = value;
        return this;
    }

    /** Sets function; see {@link Vdu#function()}. */
    public VduBuilder function(ServerlessFunction value) {
        this.function = Optional.of(value);
        return this;
    }

    /** Sets labels; see {@link Vdu#labels()}. */
    public VduBuilder labels(Map<String, String> value) {
        this.labels = value;
        return this;
    }

    /** Returns the finished record. */
    public Vdu build() {
        return new Vdu(
                id,
                name,
                compute,
                volumes,
                image,
                day0,
                interfaces,
                count,
                placement,
                function,
                labels);
    }
}

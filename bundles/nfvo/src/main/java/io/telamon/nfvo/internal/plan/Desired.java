/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.plan;

import io.telamon.model.LaneId;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.FloatingAddressSpec;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.model.resource.ServerSpec;
import java.util.function.Predicate;

/**
 * One thing that should be.
 *
 * @param key unique within the instance and lane
 * @param lane where
 * @param spec what
 * @param shared true when several instances use one such thing
 * @param adoptHandle the cloud's id of a thing that is there already and is only used; else empty
 * @param reshapes true when the cloud changes the flavor of this server in place
 */
public record Desired(
        String key,
        LaneId lane,
        ResourceSpec spec,
        boolean shared,
        String adoptHandle,
        boolean reshapes) {
    /** A thing of this instance alone. */
    public static Desired own(String key, LaneId lane, ResourceSpec spec) {
        return new Desired(key, lane, spec, false, "", false);
    }

    /** A thing shared with others. */
    public static Desired shared(String key, LaneId lane, ResourceSpec spec) {
        return new Desired(key, lane, spec, true, "", false);
    }

    /** A thing that is there already. */
    public static Desired adopted(String key, LaneId lane, ResourceSpec spec, String handle) {
        return new Desired(key, lane, spec, false, handle, false);
    }

    /** The same thing on a cloud that changes flavors in place, or not. */
    public Desired reshaping(boolean can) {
        return new Desired(key, lane, spec, shared, adoptHandle, can);
    }

    /** True when it is brought to a renewed thing that it refers to by a change in place. */
    boolean survives(Predicate<String> renewed) {
        return spec instanceof ChainSpec
                || spec instanceof FloatingAddressSpec address
                        && !renewed.test(address.router().resource());
    }

    /** True when a thing of that spec becomes this one without being replaced. */
    boolean changesInPlace(ResourceSpec from) {
        return from.becomes(spec)
                || reshapes
                        && spec instanceof ServerSpec to
                        && from instanceof ServerSpec server
                        && server.withFlavor(to.flavor()).equals(to);
    }
}

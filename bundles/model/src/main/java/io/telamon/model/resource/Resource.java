/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.resource;

import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.ResourceId;
import io.telamon.model.TenantId;
import java.util.HashMap;
import java.util.Map;

/**
 * One thing on a cloud or controller as Telamon records it.
 *
 * @param id our id
 * @param owner who wants it and where
 * @param key unique within the owning instance, for instance {@code vnf/1/vdu/web/0}
 * @param spec what it should be
 * @param token marks it on the cloud
 * @param state where it stands
 * @param handle the cloud's id, empty until known
 * @param attributes what the cloud said: addresses, ports, host
 * @param adopted true when it was there before us; it is never deleted
 */
public record Resource(
        ResourceId id,
        Owner owner,
        String key,
        ResourceSpec spec,
        RequestToken token,
        ResourceState state,
        String handle,
        Map<String, String> attributes,
        boolean adopted) {
    /** Owner of things that several instances share; their {@code key} is the shared key. */
    public static final NsInstanceId SHARED = new NsInstanceId("shared");

    /** Copies the map. */
    public Resource {
        attributes = Map.copyOf(attributes);
    }

    /**
     * Who wants a thing and where it is.
     *
     * @param tenant owning tenant
     * @param instance owning instance
     * @param lane account it lives on
     */
    public record Owner(TenantId tenant, NsInstanceId instance, LaneId lane) {}

    /** The same thing with another state. */
    public Resource withState(ResourceState next) {
        return new Resource(id, owner, key, spec, token, next, handle, attributes, adopted);
    }

    /** The same thing as the cloud shows it now; known attributes are kept unless overwritten. */
    public Resource observed(ResourceState next, String newHandle, Map<String, String> seen) {
        Map<String, String> merged = new HashMap<>(attributes);
        merged.putAll(seen);
        return new Resource(id, owner, key, spec, token, next, newHandle, merged, adopted);
    }

    /** The same thing with another wish. */
    public Resource withSpec(ResourceSpec next) {
        return new Resource(id, owner, key, next, token, state, handle, attributes, adopted);
    }

    /** The same thing, known to have been there before us. */
    public Resource asAdopted() {
        return new Resource(id, owner, key, spec, token, state, handle, attributes, true);
    }

    /** The value another spec may refer to; empty when not known. */
    public String attribute(String name) {
        return Value.HANDLE.equals(name) ? handle : attributes.getOrDefault(name, "");
    }
}

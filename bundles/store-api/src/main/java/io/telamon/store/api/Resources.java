/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.api;

import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.ResourceId;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.Resource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Recorded resources. */
public interface Resources {
    /** Adds planned resources. */
    void add(List<Resource> resources);

    /** Stores changed resources in one batch. */
    void save(List<Resource> resources);

    /** The resource; empty when there is none. */
    Optional<Resource> find(ResourceId id);

    /** Resources of these ids. */
    List<Resource> find(Collection<ResourceId> ids);

    /** What an instance owns and is not DELETED, ordered by key. */
    List<Resource> ofInstance(NsInstanceId instance);

    /** What is recorded on a lane and is not DELETED. */
    List<Resource> onLane(LaneId lane);

    /** The resource that carries this token, DELETED ones included. */
    Optional<Resource> byToken(RequestToken token);

    /** The shared resource of this key on a lane that is not DELETED. */
    Optional<Resource> shared(LaneId lane, String sharedKey);
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.api;

import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.plan.Claim;
import java.util.List;

/** Claims on shared things. */
public interface Claims {
    /** Adds a claim; adding it twice changes nothing. */
    void add(Claim claim);

    /** Removes a claim; removing it twice changes nothing. */
    void remove(Claim claim);

    /** Claims of one instance. */
    List<Claim> ofInstance(NsInstanceId instance);

    /** Number of claims on one shared thing. */
    long count(LaneId lane, String sharedKey);
}

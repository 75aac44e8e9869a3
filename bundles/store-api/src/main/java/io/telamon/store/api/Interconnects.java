/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.api;

import io.telamon.model.InterconnectId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.TenantId;
import io.telamon.model.instance.Interconnect;
import io.telamon.model.plan.SegmentClaim;
import java.util.List;
import java.util.Optional;

/** Interconnects and the segments of them that are taken. */
public interface Interconnects {
    /** One interconnect; empty when there is none. */
    Optional<Interconnect> find(InterconnectId id);

    /** Interconnects of a tenant (null for all) ordered by name. */
    List<Interconnect> list(TenantId tenant);

    /** Adds one; ALREADY_EXISTS when the name is taken. */
    Interconnect add(Interconnect interconnect);

    /** Removes it and all claims on it. */
    void remove(InterconnectId id);

    /** Takes a segment; STALE when another link took it meanwhile, no effect when it is ours. */
    void claim(SegmentClaim claim);

    /** Gives a segment back; a second time changes nothing. */
    void release(SegmentClaim claim);

    /** What is taken of an interconnect, lowest segment first. */
    List<SegmentClaim> claims(InterconnectId id);

    /** What an instance has taken. */
    List<SegmentClaim> claimsOf(NsInstanceId instance);
}

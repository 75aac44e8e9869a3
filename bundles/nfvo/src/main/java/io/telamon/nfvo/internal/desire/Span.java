/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.desire;

import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.instance.Interconnect;
import io.telamon.model.plan.SegmentClaim;
import io.telamon.model.resource.NetworkSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A link over several clouds: one network on each, joined by a segment.
 *
 * @param link id of the link
 * @param key key of its networks
 * @param over what joins the clouds
 * @param segment the VLAN
 * @param networks what lies on each cloud
 * @param reason what was decided, for people
 */
public record Span(
        String link,
        String key,
        Interconnect over,
        int segment,
        Map<LaneId, NetworkSpec> networks,
        String reason) {
    /** Copies the map, keeping the order of the clouds. */
    public Span {
        networks = Collections.unmodifiableMap(new LinkedHashMap<>(networks));
    }

    /** The claim on its segment. */
    public SegmentClaim claim(NsInstanceId instance) {
        return new SegmentClaim(over.id(), segment, instance, key);
    }
}

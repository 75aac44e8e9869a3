/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.plan;

import io.telamon.model.InterconnectId;
import io.telamon.model.NsInstanceId;

/**
 * Says that a link of an instance takes a segment of an interconnect. It is given back when an
 * operation of the instance has ended and no network of the link is recorded on that segment.
 *
 * @param interconnect where
 * @param segment which of its VLANs
 * @param instance whose link
 * @param link resource key of the link's networks, for instance {@code vld/data}
 */
public record SegmentClaim(
        InterconnectId interconnect, int segment, NsInstanceId instance, String link) {}

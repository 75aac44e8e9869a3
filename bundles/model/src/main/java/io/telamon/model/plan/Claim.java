/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.plan;

import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;

/**
 * Says that an instance uses a shared thing (flavor by shape, image by checksum). The thing is
 * deleted in a plan that is written in the transaction which removes the last claim.
 *
 * @param lane account the thing lives on
 * @param sharedKey kind and name, for instance {@code flavor/telamon-1c-512m-5g}
 * @param instance who uses it
 */
public record Claim(LaneId lane, String sharedKey, NsInstanceId instance) {}

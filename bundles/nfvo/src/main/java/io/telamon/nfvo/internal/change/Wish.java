/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.change;

import io.telamon.nfvo.internal.desire.ServicePicture;
import io.telamon.nfvo.internal.place.Placement;
import io.telamon.nfvo.internal.plan.Refusal;
import java.util.List;
import java.util.Set;

/**
 * A change as decided: what the service shall look like, and which things are renewed on the way.
 *
 * @param service the service with its new topology
 * @param placements where members go and why, for people
 * @param renew keys to replace although they look well
 * @param empty true when nothing shall be left
 * @param refusals what was refused so far
 */
record Wish(
        ServicePicture service,
        List<Placement.Decision> placements,
        Set<String> renew,
        boolean empty,
        List<Refusal> refusals) {}

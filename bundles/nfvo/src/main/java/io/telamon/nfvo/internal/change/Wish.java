/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.change;

import io.telamon.nfvo.internal.desire.ServicePicture;
import io.telamon.nfvo.internal.place.Placement;
import io.telamon.nfvo.internal.plan.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A change as decided: what the service shall look like, and what happens to things on the way.
 *
 * @param service the service with its new topology; null when nothing shall be left of it
 * @param placements where members go and why, for people
 * @param renew keys to replace although they look well
 * @param acts action by key of the thing that acts
 * @param refusals what was refused so far
 */
record Wish(
        ServicePicture service,
        List<Placement.Decision> placements,
        Set<String> renew,
        Map<String, String> acts,
        List<Refusal> refusals) {
    /** The service shall look like this. */
    static Wish of(ServicePicture service) {
        return new Wish(service, List.of(), Set.of(), Map.of(), List.of());
    }

    /** Nothing shall be left. */
    static Wish nothing() {
        return of(null);
    }

    /** The same with things that are replaced although they look well. */
    Wish renewing(Set<String> keys) {
        return new Wish(service, placements, keys, acts, refusals);
    }

    /** The same with things that act. */
    Wish acting(Map<String, String> actions) {
        return new Wish(service, placements, renew, actions, refusals);
    }

    /** The same with what was decided about places, and what stands in the way. */
    Wish placed(List<Placement.Decision> decisions, List<Refusal> why) {
        return new Wish(service, decisions, renew, acts, why);
    }

    /** True when nothing shall be left. */
    boolean empty() {
        return service == null;
    }
}

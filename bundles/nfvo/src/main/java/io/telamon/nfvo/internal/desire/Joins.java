/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.desire;

import io.telamon.model.InterconnectId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.instance.Interconnect;
import io.telamon.model.plan.SegmentClaim;
import java.util.List;
import java.util.Optional;

/**
 * What could join clouds, seen at one time: the planner's snapshot.
 *
 * @param instance whose links are joined
 * @param known interconnects of its tenant by name
 * @param taken segments of them that are taken, by whomever
 */
public record Joins(NsInstanceId instance, List<Interconnect> known, List<SegmentClaim> taken) {
    /** Copies the lists. */
    public Joins {
        known = List.copyOf(known);
        taken = List.copyOf(taken);
    }

    /** Nothing joins any clouds. */
    public static Joins none() {
        return new Joins(new NsInstanceId("none"), List.of(), List.of());
    }

    /** What a link of this instance has taken already. */
    Optional<SegmentClaim> own(String key) {
        return taken.stream()
                .filter(claim -> claim.instance().equals(instance) && claim.link().equals(key))
                .filter(claim -> find(claim.interconnect()).isPresent())
                .findFirst();
    }

    Optional<Interconnect> find(InterconnectId id) {
        return known.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The lowest segment that neither is taken nor was {@code chosen} before. */
    Optional<Integer> free(Interconnect over, List<Span> chosen) {
        for (int id = over.segments().first(); id <= over.segments().last(); id++) {
            int segment = id;
            boolean used =
                    taken.stream()
                                    .anyMatch(
                                            claim ->
                                                    claim.interconnect().equals(over.id())
                                                            && claim.segment() == segment)
                            || chosen.stream()
                                    .anyMatch(
                                            span ->
                                                    span.over().id().equals(over.id())
                                                            && span.segment() == segment);
            if (!used) {
                return Optional.of(segment);
            }
        }
        return Optional.empty();
    }
}

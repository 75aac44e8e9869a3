/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.instance;

import io.telamon.model.NsInstanceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a service consists of: the decisions taken so far, from which the desired resources follow.
 *
 * @param vnfs members by index
 * @param parameters parameters given at instantiation
 * @param drift what to do when a thing is missing: {@code report} or {@code heal}
 * @param nested nested service instances by member key
 */
public record Topology(
        List<VnfInstance> vnfs,
        Map<String, String> parameters,
        String drift,
        Map<String, NsInstanceId> nested) {
    /** Policy word: only tell. */
    public static final String REPORT = "report";

    /** Policy word: tell and repair. */
    public static final String HEAL = "heal";

    /** Copies the collections. */
    public Topology {
        vnfs = List.copyOf(vnfs);
        parameters = Map.copyOf(parameters);
        nested = Map.copyOf(nested);
    }

    /** A service of which nothing was decided yet. */
    public static Topology empty() {
        return new Topology(List.of(), Map.of(), REPORT, Map.of());
    }

    /** The same with one member changed. */
    public Topology with(VnfInstance changed) {
        return new Topology(
                vnfs.stream()
                        .map(vnf -> vnf.memberIndex().equals(changed.memberIndex()) ? changed : vnf)
                        .toList(),
                parameters,
                drift,
                nested);
    }

    /** The same with parameters added or changed. */
    public Topology withParameters(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(parameters);
        all.putAll(more);
        return new Topology(vnfs, all, drift, nested);
    }

    /** The member with this index. */
    public Optional<VnfInstance> vnf(String memberIndex) {
        return vnfs.stream().filter(vnf -> vnf.memberIndex().equals(memberIndex)).findFirst();
    }
}

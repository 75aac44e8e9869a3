/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.instance;

import io.telamon.model.PackageId;
import io.telamon.model.VimAccountId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One member VNF of a service and what was decided for it.
 *
 * @param memberIndex member-vnf-index or profile id of the NSD
 * @param vnfdId id of the VNFD
 * @param vnfPackage package with the VNFD
 * @param vim account it is placed on
 * @param placement why it is there, for people
 * @param counts number of VNFCs by VDU id
 * @param levels scale level by aspect id
 */
public record VnfInstance(
        String memberIndex,
        String vnfdId,
        PackageId vnfPackage,
        VimAccountId vim,
        String placement,
        Map<String, Integer> counts,
        Map<String, Integer> levels) {
    /** Copies the maps in a stable order. */
    public VnfInstance {
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
        levels = Collections.unmodifiableMap(new TreeMap<>(levels));
    }

    /** The same VNF on another account. */
    public VnfInstance movedTo(VimAccountId account, String why) {
        return new VnfInstance(memberIndex, vnfdId, vnfPackage, account, why, counts, levels);
    }

    /** The same VNF at another size. */
    public VnfInstance scaled(Map<String, Integer> newCounts, Map<String, Integer> newLevels) {
        return new VnfInstance(
                memberIndex, vnfdId, vnfPackage, vim, placement, newCounts, newLevels);
    }
}

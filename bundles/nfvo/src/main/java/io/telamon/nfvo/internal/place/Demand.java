/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.place;

import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.instance.Quota;
import java.util.Map;

/** What a member needs at its start. */
final class Demand {
    private Demand() {}

    /** Servers, vCPUs and memory of one member; networks are counted by the plan. */
    static Quota of(NsDescriptor nsd, String memberIndex, VnfDescriptor vnfd) {
        Map<String, Integer> counts = Sizes.initial(nsd.member(memberIndex).orElseThrow(), vnfd);
        Quota sum = Quota.zero();
        for (Vdu vdu : vnfd.vdus()) {
            long count = counts.getOrDefault(vdu.id(), 0);
            sum =
                    sum.plus(
                            new Quota(
                                    count,
                                    count * Math.max(1, vdu.compute().vcpus()),
                                    count * vdu.compute().memoryMb(),
                                    0));
        }
        return sum;
    }
}

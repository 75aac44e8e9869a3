/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.place;

import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.VirtualLink;
import io.telamon.model.descriptor.VnfMember;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds which members must be on one account because a new network joins them. */
final class Together {
    private Together() {}

    /** Members in groups; a member without such a network is a group of its own. */
    static List<Set<String>> groups(NsDescriptor nsd) {
        Map<String, Set<String>> groupOf = new LinkedHashMap<>();
        nsd.members()
                .forEach(
                        member ->
                                groupOf.put(
                                        member.memberIndex(),
                                        new LinkedHashSet<>(Set.of(member.memberIndex()))));
        for (VirtualLink link : nsd.virtualLinks()) {
            if (link.vimNetworkName().isEmpty()) {
                join(groupOf, joined(nsd, link));
            }
        }
        return List.copyOf(new LinkedHashSet<>(groupOf.values()));
    }

    private static List<String> joined(NsDescriptor nsd, VirtualLink link) {
        return nsd.members().stream()
                .filter(
                        member ->
                                member.connections().stream()
                                        .anyMatch(c -> c.virtualLink().equals(link.id())))
                .map(VnfMember::memberIndex)
                .toList();
    }

    private static void join(Map<String, Set<String>> groupOf, List<String> members) {
        if (members.size() < 2) {
            return;
        }
        Set<String> all = new LinkedHashSet<>();
        members.forEach(member -> all.addAll(groupOf.get(member)));
        all.forEach(member -> groupOf.put(member, all));
    }
}

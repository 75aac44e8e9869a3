/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.change;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.LaneId;
import io.telamon.model.instance.VnfInstance;
import io.telamon.nfvo.internal.desire.Clouds;
import io.telamon.nfvo.internal.desire.ServerKeys;
import io.telamon.nfvo.internal.desire.ServicePicture;
import io.telamon.nfvo.internal.plan.Refusal;
import io.telamon.northbound.api.NsChange;
import io.telamon.vim.spi.VimAbility;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The machines that a repair or a power switch means: one, those of a member, or all. */
final class Meant {
    private final ServicePicture service;
    private final List<VnfInstance> members;
    private final String key;

    /**
     * Selects machines.
     *
     * @param memberIndex which VNF, or empty for all
     * @param key only this part, or empty
     * @throws TelamonException INVALID_ARGUMENT when there is no such member
     */
    Meant(ServicePicture service, String memberIndex, String key) {
        this.service = service;
        this.key = key;
        members = members(service, memberIndex);
    }

    /** The members with this index; all when it is empty. */
    static List<VnfInstance> members(ServicePicture service, String index) {
        return index.isEmpty() ? service.topology().vnfs() : List.of(member(service, index));
    }

    /** The member with this index. */
    static VnfInstance member(ServicePicture service, String index) {
        return service.topology()
                .vnf(index)
                .orElseThrow(
                        () ->
                                new TelamonException(
                                        ErrorCode.INVALID_ARGUMENT,
                                        "The service has no member %s, only %s",
                                        index,
                                        service.topology().vnfs().stream()
                                                .map(VnfInstance::memberIndex)
                                                .toList()));
    }

    Wish heal(NsChange.Heal change, Clouds clouds) {
        return switch (change.way()) {
            case BROKEN -> Wish.of(service);
            case RECREATE -> Wish.of(service).renewing(keys());
            case REBUILD -> acting("rebuild", VimAbility.SERVER_REBUILD, clouds);
        };
    }

    Wish operate(NsChange.Operate change, Clouds clouds) {
        return acting(change.started() ? "start" : "stop", VimAbility.SERVER_POWER, clouds);
    }

    private Wish acting(String action, String ability, Clouds clouds) {
        Map<String, String> acts = new TreeMap<>();
        List<Refusal> refusals = new ArrayList<>();
        for (VnfInstance vnf : members) {
            LaneId lane = LaneId.of(vnf.vim());
            List<String> servers = ServerKeys.all(vnf).stream().filter(this::isMeant).toList();
            servers.forEach(server -> acts.put(server, action));
            if (!servers.isEmpty() && clouds.inventory(lane).isEmpty()) {
                refusals.add(clouds.silence(lane));
            } else if (!servers.isEmpty() && !clouds.can(lane, ability)) {
                refusals.add(
                        new Refusal(
                                ErrorCode.UNSUPPORTED,
                                "Account " + clouds.name(lane) + " does not offer " + ability));
            }
        }
        if (acts.isEmpty()) {
            refusals.add(
                    new Refusal(
                            ErrorCode.INVALID_ARGUMENT,
                            key.isEmpty()
                                    ? "There is no machine"
                                    : key + " is none of the machines " + servers()));
        }
        return Wish.of(service).acting(acts).placed(List.of(), refusals);
    }

    /** A part may be named whatever it is; without a name machines are meant. */
    private Set<String> keys() {
        return key.isEmpty() ? new TreeSet<>(servers()) : Set.of(key);
    }

    private List<String> servers() {
        return members.stream().flatMap(vnf -> ServerKeys.all(vnf).stream()).toList();
    }

    private boolean isMeant(String server) {
        return key.isEmpty() || key.equals(server);
    }
}

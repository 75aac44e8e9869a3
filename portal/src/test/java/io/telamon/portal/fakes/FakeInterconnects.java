/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.fakes;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.InterconnectId;
import io.telamon.model.VimAccountId;
import io.telamon.model.instance.Interconnect;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.InterconnectDraft;
import io.telamon.northbound.api.InterconnectFacade;
import io.telamon.northbound.api.InterconnectView;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Interconnects in memory; the first one carries a link. */
public final class FakeInterconnects implements InterconnectFacade {
    private final List<InterconnectView> all = new CopyOnWriteArrayList<>();

    @Override
    public List<InterconnectView> list(Caller caller) {
        return List.copyOf(all);
    }

    @Override
    public InterconnectView find(Caller caller, String idOrName) {
        return all.stream()
                .filter(view -> view.interconnect().id().value().equals(idOrName))
                .findFirst()
                .orElseThrow(() -> new TelamonException(ErrorCode.NOT_FOUND, "no %s", idOrName));
    }

    @Override
    public InterconnectView add(Caller caller, InterconnectDraft draft) {
        if (draft.firstVlan() < 1) {
            throw new TelamonException(
                    ErrorCode.INVALID_ARGUMENT, "The range of VLANs must be within 1 to 4094");
        }
        Interconnect made =
                new Interconnect(
                        InterconnectId.create(),
                        caller.tenant(),
                        draft.name(),
                        Interconnect.Kind.of(draft.kind()).orElseThrow(),
                        new Interconnect.Segments(draft.firstVlan(), draft.lastVlan(), draft.mtu()),
                        draft.sides().stream()
                                .map(
                                        side ->
                                                new Interconnect.Side(
                                                        new VimAccountId(side.account()),
                                                        side.physicalNetwork(),
                                                        side.cidr()))
                                .toList(),
                        1);
        List<InterconnectView.Use> uses =
                all.isEmpty()
                        ? List.of(
                                new InterconnectView.Use(draft.firstVlan(), "web-shop", "vld/data"))
                        : List.of();
        InterconnectView view =
                new InterconnectView(
                        made,
                        draft.sides().stream().map(InterconnectDraft.Side::account).toList(),
                        uses);
        all.add(view);
        return view;
    }

    @Override
    public void delete(Caller caller, InterconnectId id) {
        InterconnectView view = find(caller, id.value());
        if (!view.uses().isEmpty()) {
            throw new TelamonException(ErrorCode.IN_USE, "It carries links of web-shop");
        }
        all.remove(view);
    }
}

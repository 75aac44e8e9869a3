/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.InterconnectId;
import io.telamon.model.VimAccountId;
import io.telamon.model.instance.Interconnect;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.InterconnectDraft;
import io.telamon.northbound.api.InterconnectFacade;
import io.telamon.northbound.api.InterconnectView;
import java.util.ArrayList;
import java.util.List;

/** Interconnects in memory; account names are taken as ids. */
final class FakeInterconnects implements InterconnectFacade {
    private final List<InterconnectView> all = new ArrayList<>();

    @Override
    public List<InterconnectView> list(Caller caller) {
        return List.copyOf(all);
    }

    @Override
    public InterconnectView find(Caller caller, String idOrName) {
        return all.stream()
                .filter(
                        view ->
                                view.interconnect().name().equals(idOrName)
                                        || view.interconnect().id().value().equals(idOrName))
                .findFirst()
                .orElseThrow(
                        () -> new TelamonException(ErrorCode.NOT_FOUND, "No %s here", idOrName));
    }

    @Override
    public InterconnectView add(Caller caller, InterconnectDraft draft) {
        caller.require("vim:write");
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
        List<String> names = draft.sides().stream().map(InterconnectDraft.Side::account).toList();
        List<InterconnectView.Use> uses =
                List.of(new InterconnectView.Use(draft.firstVlan(), "shop", "vld/data"));
        InterconnectView view = new InterconnectView(made, names, uses);
        all.add(view);
        return view;
    }

    @Override
    public void delete(Caller caller, InterconnectId id) {
        all.removeIf(view -> view.interconnect().id().equals(id));
    }
}

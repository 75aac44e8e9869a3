/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.door;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.InterconnectId;
import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.VimAccountId;
import io.telamon.model.event.Event;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.Interconnect;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.plan.SegmentClaim;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.InterconnectDraft;
import io.telamon.northbound.api.InterconnectFacade;
import io.telamon.northbound.api.InterconnectView;
import io.telamon.store.api.Store;
import io.telamon.store.api.UnitOfWork;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Interconnects for doors: checks rights and tenant, keeps them, refuses what cannot work. */
@Component(service = InterconnectFacade.class)
public final class StoredInterconnects implements InterconnectFacade {
    private final Store store;
    private final Clock clock = Clock.systemUTC();

    /** Wires the component. */
    @Activate
    public StoredInterconnects(@Reference Store store) {
        this.store = store;
    }

    @Override
    public List<InterconnectView> list(Caller caller) {
        caller.require("vim:read");
        return store.read(
                work ->
                        work
                                .interconnects()
                                .list(caller.seesAllTenants() ? null : caller.tenant())
                                .stream()
                                .map(found -> view(work, found))
                                .toList());
    }

    @Override
    public InterconnectView find(Caller caller, String idOrName) {
        caller.require("vim:read");
        return store.read(work -> view(work, find(work, caller, idOrName)));
    }

    @Override
    public InterconnectView add(Caller caller, InterconnectDraft draft) {
        caller.require("vim:write");
        Interconnect.Kind kind = InterconnectRules.kind(draft);
        InterconnectRules.check(draft);
        return store.write(
                work -> {
                    Interconnect wish =
                            new Interconnect(
                                    InterconnectId.create(),
                                    caller.tenant(),
                                    draft.name(),
                                    kind,
                                    new Interconnect.Segments(
                                            draft.firstVlan(), draft.lastVlan(), draft.mtu()),
                                    sides(work, caller, draft),
                                    0);
                    InterconnectRules.checkFree(wish, work.interconnects().list(caller.tenant()));
                    Interconnect added = work.interconnects().add(wish);
                    work.journal().append(List.of(event(caller, added, "InterconnectAdded")));
                    return view(work, added);
                });
    }

    @Override
    public void delete(Caller caller, InterconnectId id) {
        caller.require("vim:write");
        store.write(
                work -> {
                    Interconnect found = find(work, caller, id.value());
                    List<InterconnectView.Use> uses = view(work, found).uses();
                    if (!uses.isEmpty()) {
                        throw new TelamonException(
                                ErrorCode.IN_USE,
                                "Interconnect %s carries links of %s; terminate them first",
                                found.name(),
                                uses.stream()
                                        .map(InterconnectView.Use::service)
                                        .distinct()
                                        .collect(Collectors.joining(", ")));
                    }
                    work.interconnects().remove(id);
                    work.journal().append(List.of(event(caller, found, "InterconnectRemoved")));
                    return null;
                });
    }

    private static List<Interconnect.Side> sides(
            UnitOfWork work, Caller caller, InterconnectDraft draft) {
        List<Interconnect.Side> sides = new ArrayList<>();
        for (InterconnectDraft.Side side : draft.sides()) {
            Account account = account(work, caller, side.account());
            VimAccountId vim = new VimAccountId(account.lane().id());
            if (sides.stream().anyMatch(known -> known.vim().equals(vim))) {
                throw new TelamonException(
                        ErrorCode.INVALID_ARGUMENT,
                        "Account %s is named twice; an interconnect has one side on each cloud",
                        account.name());
            }
            sides.add(new Interconnect.Side(vim, side.physicalNetwork().strip(), side.cidr()));
        }
        return sides;
    }

    private static Account account(UnitOfWork work, Caller caller, String idOrName) {
        return work.accounts()
                .find(new LaneId(LaneKind.VIM, idOrName))
                .filter(found -> found.tenant().equals(caller.tenant()))
                .or(() -> work.accounts().findByName(caller.tenant(), LaneKind.VIM, idOrName))
                .orElseThrow(
                        () ->
                                new TelamonException(
                                        ErrorCode.INVALID_ARGUMENT,
                                        "There is no VIM account %s in the tenant; vim:list shows"
                                                + " what there is",
                                        idOrName));
    }

    private static Interconnect find(UnitOfWork work, Caller caller, String idOrName) {
        return work.interconnects().list(caller.seesAllTenants() ? null : caller.tenant()).stream()
                .filter(
                        found ->
                                found.id().value().equals(idOrName)
                                        || found.tenant().equals(caller.tenant())
                                                && found.name().equals(idOrName))
                .findFirst()
                .orElseThrow(() -> Visible.absent("interconnect", idOrName));
    }

    private static InterconnectView view(UnitOfWork work, Interconnect found) {
        return new InterconnectView(
                found,
                found.sides().stream()
                        .map(side -> work.accounts().find(LaneId.of(side.vim())))
                        .map(account -> account.map(Account::name).orElse(""))
                        .toList(),
                work.interconnects().claims(found.id()).stream()
                        .map(claim -> use(work, claim))
                        .toList());
    }

    private static InterconnectView.Use use(UnitOfWork work, SegmentClaim claim) {
        String service = work.instances().find(claim.instance()).map(NsInstance::name).orElse("");
        return new InterconnectView.Use(claim.segment(), service, claim.link());
    }

    private Event event(Caller caller, Interconnect found, String type) {
        return new Event(
                found.tenant(),
                new Event.Subject("interconnect", found.id().value(), found.version()),
                type,
                caller.user(),
                clock.instant(),
                Map.of("name", found.name(), "kind", found.kind().word()));
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.change;

import io.telamon.catalog.api.Catalog;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.TaskId;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.plan.Operation;
import io.telamon.nfvo.internal.desire.Clouds;
import io.telamon.nfvo.internal.desire.ServicePicture;
import io.telamon.nfvo.internal.place.Room;
import io.telamon.nfvo.internal.plan.Refusal;
import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.PlanPreview;
import io.telamon.ro.api.Consoles;
import io.telamon.ro.api.Inventories;
import io.telamon.ro.api.PlanRunner;
import io.telamon.store.api.Store;
import io.telamon.store.api.UnitOfWork;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way every change goes, whoever asks: put the service together, read the clouds, decide, lock
 * the accounts, draft, write. Dry runs draft without the locks.
 */
@Component(service = Changes.class)
public final class Changes {
    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
    private static final int TRIES = 3;

    private final Store store;
    private final Pictures pictures;
    private final Drafter drafter;
    private final CloudReader reader;
    private final Clock clock = Clock.systemUTC();

    /** Absent while the RO is being replaced; dry runs wait for it. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Inventories inventories;

    /** Absent while the RO is being replaced; it finds accepted operations when it returns. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile PlanRunner runner;

    /** Absent while the RO is being replaced. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Consoles consoles;

    /** Wires the component. */
    @Activate
    public Changes(@Reference Store store, @Reference Catalog catalog) {
        this.store = store;
        pictures = new Pictures(catalog);
        drafter = new Drafter(clock);
        reader = new CloudReader(store, this::inventories);
    }

    /** For tests: with an RO that is there from the start. */
    public Changes(Store store, Catalog catalog, Inventories inventories, PlanRunner runner) {
        this(store, catalog);
        this.inventories = inventories;
        this.runner = runner;
    }

    /** What the change would do to an instance, which need not be stored. */
    public PlanPreview preview(NsInstance instance, NsChange change) {
        Legality.check(instance, change.kind());
        Clouds clouds = clouds(instance, change);
        ServicePicture picture = pictures.of(instance);
        OperationId none = new OperationId("preview");
        return store.read(
                work -> {
                    Wish wish = wish(work, change, picture, clouds);
                    Draft draft =
                            drafter.draft(
                                    work,
                                    new Drafter.Ask(
                                            instance, none, wish, clouds, Drafter.Doubts.none()));
                    Room room = QuotaCheck.room(work, clouds, draft.lanes());
                    return Previews.of(draft, clouds, room);
                });
    }

    /** Accepts a change; everything is on disk when this returns. */
    public Operation accept(NsInstanceId id, NsChange change, String actor) {
        for (int attempt = 1; ; attempt++) {
            try {
                return tryAccept(id, change, actor);
            } catch (TelamonException changed) {
                if (changed.code() != ErrorCode.STALE || attempt == TRIES) {
                    throw changed;
                }
                LOG.debug("Service {} changed while {} was planned; again", id, change.kind());
            }
        }
    }

    /**
     * Accepts a change of a nested service inside the transaction of its parent's expansion; the
     * caller wakes the runner after the commit.
     */
    public Operation acceptNested(
            UnitOfWork work, NsInstance instance, NsChange change, Nesting nesting) {
        Legality.check(instance, change.kind());
        OperationId id = OperationId.create();
        return write(
                work,
                instance,
                new Acceptance.Order(id, change, nesting.actor(), nesting.parent()),
                nesting.picture(),
                nesting.clouds());
    }

    /**
     * Where a nested change comes from.
     *
     * @param actor user name
     * @param parent expansion task of the outer service
     * @param clouds accounts and inventories, read before the transaction
     * @param picture the nested service with its descriptors, read before the transaction
     */
    public record Nesting(String actor, TaskId parent, Clouds clouds, ServicePicture picture) {}

    /** What a nested change needs of the outside; to be read before its transaction. */
    public Nesting nesting(NsInstance nested, String actor, TaskId parent) {
        return new Nesting(
                actor, parent, reader.read(nested.tenant(), account -> true), pictures.of(nested));
    }

    /** Tells the RO, if it is there, to look at an operation. */
    public void wake(OperationId operation) {
        PlanRunner present = runner;
        if (present != null) {
            present.wake(operation);
        }
    }

    /** Why the calls of an account do not go out at the moment; empty when they do. */
    public String heldUp(LaneId lane) {
        PlanRunner present = runner;
        return present == null
                ? "the resource orchestrator is being replaced"
                : present.heldUp(lane);
    }

    /** The RO; UNAVAILABLE while it is being replaced. */
    public PlanRunner runner() {
        PlanRunner present = runner;
        if (present == null) {
            throw replaced();
        }
        return present;
    }

    /** Consoles of machines; UNAVAILABLE while the RO is being replaced. */
    public Consoles consoles() {
        Consoles present = consoles;
        if (present == null) {
            throw replaced();
        }
        return present;
    }

    Pictures pictures() {
        return pictures;
    }

    Drafter drafter() {
        return drafter;
    }

    /** Accounts of the instance's tenant with the inventories the change needs. */
    Clouds clouds(NsInstance instance, NsChange change) {
        return reader.read(instance.tenant(), account -> isWanted(instance, change, account));
    }

    private Operation tryAccept(NsInstanceId id, NsChange change, String actor) {
        NsInstance seen = store.read(work -> find(work, id));
        Legality.check(seen, change.kind());
        Clouds clouds = clouds(seen, change);
        ServicePicture picture = pictures.of(seen);
        Operation accepted =
                store.write(
                        work ->
                                write(
                                        work,
                                        current(work, seen),
                                        new Acceptance.Order(
                                                OperationId.create(), change, actor, null),
                                        picture,
                                        clouds));
        wake(accepted.id());
        return accepted;
    }

    private Operation write(
            UnitOfWork work,
            NsInstance instance,
            Acceptance.Order order,
            ServicePicture picture,
            Clouds clouds) {
        Wish wish = wish(work, order.change(), picture, clouds);
        Drafter.Ask ask =
                new Drafter.Ask(instance, order.id(), wish, clouds, Drafter.Doubts.none());
        drafter.lanes(work, ask).forEach(work.accounts()::lock);
        Draft locked = drafter.draft(work, ask);
        refuse(locked);
        return new Acceptance(work, clock.instant()).write(instance, order, locked);
    }

    private static Wish wish(
            UnitOfWork work, NsChange change, ServicePicture picture, Clouds clouds) {
        Room room = QuotaCheck.room(work, clouds, clouds.inventories().keySet());
        return Wishes.of(picture, change, clouds, room);
    }

    private static void refuse(Draft draft) {
        if (!draft.refusals().isEmpty()) {
            String reasons =
                    draft.refusals().stream()
                            .map(Refusal::reason)
                            .collect(Collectors.joining("; "));
            throw new TelamonException(draft.refusals().get(0).code(), "%s", reasons);
        }
    }

    private static NsInstance find(UnitOfWork work, NsInstanceId id) {
        return work.instances()
                .find(id)
                .orElseThrow(
                        () ->
                                new TelamonException(
                                        ErrorCode.NOT_FOUND, "There is no service %s", id));
    }

    private static NsInstance current(UnitOfWork work, NsInstance seen) {
        NsInstance now = find(work, seen.id());
        if (now.version() != seen.version()) {
            throw new TelamonException(
                    ErrorCode.STALE, "Service %s changed meanwhile; read it again", seen.name());
        }
        return now;
    }

    private static boolean isWanted(NsInstance instance, NsChange change, Account account) {
        if (change instanceof NsChange.Instantiate instantiate) {
            Map<String, String> wishes = instantiate.placement();
            return !wishes.containsKey("*")
                    || wishes.containsValue(account.name())
                    || wishes.containsValue(account.lane().id());
        }
        if (change instanceof NsChange.Terminate) {
            return false;
        }
        boolean target =
                change instanceof NsChange.Migrate move
                        && (move.vim().equals(account.name())
                                || move.vim().equals(account.lane().id()));
        return target
                || instance.topology().vnfs().stream()
                        .anyMatch(vnf -> vnf.vim().value().equals(account.lane().id()));
    }

    private Inventories inventories() {
        Inventories present = inventories;
        if (present == null) {
            throw replaced();
        }
        return present;
    }

    private static TelamonException replaced() {
        return new TelamonException(
                ErrorCode.UNAVAILABLE,
                "The resource orchestrator is being replaced; try again in a moment");
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.plan;

import io.telamon.model.plan.Claim;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceState;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Computes the difference between desired and recorded things as a plan. Pure: no I/O, no clock, no
 * randomness but the ids it is given. Rules, in order: what is missing is created; what is broken,
 * half-made or to be renewed is deleted and created anew; what differs is updated when its kind
 * can, else replaced; what shall act and stays acts; what refers to something renewed follows it, a
 * chain lets go of it first; what is no longer wanted is deleted after everything that refers to
 * it; what was adopted is never deleted.
 */
public final class Planner {
    private final Supplier<String> ids;

    /** A planner that takes new ids from {@code ids}. */
    public Planner(Supplier<String> ids) {
        this.ids = ids;
    }

    /** The plan for this input. */
    public Plan plan(PlanInput input) {
        Sheet sheet = new Sheet(input, ids);
        for (Desired wish : input.desired()) {
            if (wish.shared()) {
                share(input, sheet, wish);
            } else {
                want(input, sheet, wish);
            }
        }
        removeUnwanted(input, sheet);
        unshare(input, sheet);
        return sheet.finish();
    }

    private void want(PlanInput input, Sheet sheet, Desired wish) {
        Optional<Resource> known =
                input.recorded().stream()
                        .filter(
                                found ->
                                        found.key().equals(wish.key())
                                                && found.owner().lane().equals(wish.lane()))
                        .findFirst();
        if (!wish.adoptHandle().isEmpty()) {
            if (known.isEmpty()) {
                sheet.adopt(wish);
            }
        } else if (known.isEmpty()) {
            sheet.create(wish, List.of());
        } else {
            bringTo(input, sheet, wish, known.get());
        }
    }

    private static void bringTo(PlanInput input, Sheet sheet, Desired wish, Resource known) {
        boolean follows =
                wish.spec().references().stream()
                        .anyMatch(value -> sheet.isRenewed(value.resource()));
        if (isNowhere(input, known)) {
            sheet.forget(known);
            sheet.create(wish, List.of());
        } else if (known.state() != ResourceState.ACTIVE || input.renew().contains(wish.key())) {
            sheet.replace(wish, known);
        } else if (follows
                || input.uncertain().contains(known.id())
                || !known.spec().equals(wish.spec())) {
            change(sheet, wish, known, follows);
        } else if (input.acts().containsKey(wish.key())) {
            sheet.act(known, input.acts().get(wish.key()));
        }
    }

    /** What somebody else removed is deleted all the same: it may have left something behind. */
    private static boolean isNowhere(PlanInput input, Resource known) {
        boolean unknown = known.state() == ResourceState.MISSING && known.handle().isEmpty();
        return unknown || input.neverSent().contains(known.id());
    }

    /**
     * In place if its kind can; a server cannot follow a network that is made anew, nor a chain all
     * of its machines.
     */
    private static void change(Sheet sheet, Desired wish, Resource known, boolean follows) {
        boolean survives = !follows || wish.survives(sheet::isRenewed);
        boolean keeps = survives && sheet.canLetGo(known);
        if (keeps && wish.changesInPlace(known.spec())) {
            sheet.update(wish, known);
        } else {
            sheet.replace(wish, known);
        }
    }

    private static void share(PlanInput input, Sheet sheet, Desired wish) {
        PlanInput.SharedKey key = new PlanInput.SharedKey(wish.lane(), wish.key());
        SharedState state = input.shared(wish.lane(), wish.key());
        if (!input.claims().contains(key)) {
            sheet.claim(new Claim(wish.lane(), wish.key(), input.instance()));
        }
        if (!state.usable()) {
            sheet.createShared(wish, state);
        }
    }

    private static void removeUnwanted(PlanInput input, Sheet sheet) {
        Set<PlanInput.SharedKey> wanted = new HashSet<>();
        input.desired()
                .forEach(wish -> wanted.add(new PlanInput.SharedKey(wish.lane(), wish.key())));
        for (Resource known : input.recorded()) {
            if (wanted.contains(new PlanInput.SharedKey(known.owner().lane(), known.key()))) {
                continue;
            }
            if (known.adopted() || isNowhere(input, known)) {
                sheet.forget(known);
            } else {
                sheet.delete(known);
            }
        }
    }

    private static void unshare(PlanInput input, Sheet sheet) {
        Set<PlanInput.SharedKey> wanted = new HashSet<>();
        input.desired().stream()
                .filter(Desired::shared)
                .forEach(wish -> wanted.add(new PlanInput.SharedKey(wish.lane(), wish.key())));
        for (PlanInput.SharedKey held : sorted(input.claims())) {
            if (!wanted.contains(held)) {
                sheet.unclaim(new Claim(held.lane(), held.key(), input.instance()));
                SharedState state = input.shared(held.lane(), held.key());
                if (state.claims() <= 1 && state.resource() != null && !state.isLeaving()) {
                    sheet.delete(state.resource());
                }
            }
        }
    }

    private static SortedSet<PlanInput.SharedKey> sorted(Set<PlanInput.SharedKey> keys) {
        SortedSet<PlanInput.SharedKey> sorted =
                new TreeSet<>(
                        Comparator.comparing(PlanInput.SharedKey::key)
                                .thenComparing(PlanInput.SharedKey::lane));
        sorted.addAll(keys);
        return sorted;
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceState;
import io.telamon.model.resource.Value;
import io.telamon.sdn.spi.ChainObservation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Chains come with their hops in order, are found again, change and go. */
public interface SdnChainContract extends SdnContract {
    /** The short life of a chain. */
    @Test
    default void aChainIsMadeBecomesActiveAndGoes() {
        Handle handle = new Handle(session().create(chain(), SdnContract.token()).handle());
        until(handle, ResourceState.ACTIVE);
        int between = sdn().peekCount();

        session().delete(handle);
        until(handle, ResourceState.MISSING);

        assertThat(between).isEqualTo(1);
        assertThat(sdn().peekCount()).isZero();
    }

    /** What traffic will really pass. */
    @Test
    default void theControllerHasTheHopsInOrder() {
        List<String> ports = List.of(sdn().ports().get(2), sdn().ports().get(0));

        ChainObservation made = session().create(through(ports), SdnContract.token());

        assertThat(sdn().peekPath(new Handle(made.handle()))).isEqualTo(ports);
    }

    /** Hops of one position share the load. */
    @Test
    default void alternativesOfOnePositionAreAllThere() {
        List<String> ports = sdn().ports();
        List<ChainSpec.Hop> hops = new ArrayList<>();
        hops.add(new ChainSpec.Hop(0, Value.of(ports.get(0)), Value.of(ports.get(0))));
        hops.add(new ChainSpec.Hop(1, Value.of(ports.get(1)), Value.of(ports.get(1))));
        hops.add(new ChainSpec.Hop(1, Value.of(ports.get(2)), Value.of(ports.get(2))));
        ChainSpec spec = new ChainSpec("balanced", hops, chain().classifiers(), false);

        ChainObservation made = session().create(spec, SdnContract.token());

        assertThat(sdn().peekPath(new Handle(made.handle())))
                .startsWith(ports.get(0))
                .containsExactlyInAnyOrder(ports.get(0), ports.get(1), ports.get(2));
    }

    /** Repeating a create is harmless. */
    @Test
    default void createTwiceWithOneTokenGivesOneChain() {
        RequestToken token = SdnContract.token();

        ChainObservation first = session().create(chain(), token);
        ChainObservation second = session().create(chain(), token);

        assertThat(second.handle()).isEqualTo(first.handle());
        assertThat(sdn().peekCount()).isEqualTo(1);
    }

    /** The worker's first question after a crash. */
    @Test
    default void aChainIsFoundByItsToken() {
        RequestToken token = SdnContract.token();
        ChainObservation made = session().create(chain(), token);

        assertThat(session().find(token)).map(ChainObservation::handle).contains(made.handle());
        assertThat(session().find(token)).map(ChainObservation::token).contains(token.value());
        assertThat(session().find(SdnContract.token())).isEmpty();
        assertThat(session().identity().kind()).isNotEqualTo(Identity.Kind.NONE);
    }

    /** The janitor's view. */
    @Test
    default void theListShowsAllChainsOfOurs() {
        String first = session().create(chain(0), SdnContract.token()).handle();
        String second = session().create(chain(1), SdnContract.token()).handle();

        assertThat(session().list()).map(ChainObservation::handle).contains(first, second);
    }

    /** The janitor records what a list tells, counters too. */
    @Test
    default void theListTellsWhatALookTells() {
        String handle = session().create(chain(), SdnContract.token()).handle();

        ChainObservation look = session().observe(new Handle(handle));

        assertThat(session().list())
                .filteredOn(seen -> seen.handle().equals(handle))
                .singleElement()
                .satisfies(
                        seen -> {
                            assertThat(seen.state()).isEqualTo(look.state());
                            assertThat(seen.attributes().keySet())
                                    .isEqualTo(look.attributes().keySet());
                        });
    }

    /** A member more, a member less. */
    @Test
    default void aChainChangesItsPathInPlace() {
        List<String> ports = sdn().ports().subList(0, 4);
        ChainSpec shorter = through(List.of(ports.get(3), ports.get(0)));
        Handle handle = new Handle(session().create(shorter, SdnContract.token()).handle());

        ChainObservation longer = session().update(handle, through(ports));
        List<String> between = sdn().peekPath(handle);
        ChainObservation again = session().update(handle, shorter);

        assertThat(longer.handle()).isEqualTo(handle.value());
        assertThat(again.handle()).isEqualTo(handle.value());
        assertThat(between).isEqualTo(ports);
        assertThat(sdn().peekPath(handle)).containsExactly(ports.get(3), ports.get(0));
    }

    /** A position that grows shares its load with the new member, and loses it again. */
    @Test
    default void aPositionGrowsAndShrinksInPlace() {
        List<String> ports = sdn().ports();
        ChainSpec narrow = through(ports.subList(0, 2));
        Handle handle = new Handle(session().create(narrow, SdnContract.token()).handle());
        List<ChainSpec.Hop> hops = new ArrayList<>(narrow.hops());
        hops.add(new ChainSpec.Hop(1, Value.of(ports.get(2)), Value.of(ports.get(2))));

        session().update(handle, new ChainSpec("wide", hops, narrow.classifiers(), false));
        List<String> wide = sdn().peekPath(handle);
        session().update(handle, narrow);

        assertThat(wide)
                .startsWith(ports.get(0))
                .containsExactlyInAnyOrder(ports.get(0), ports.get(1), ports.get(2));
        assertThat(sdn().peekPath(handle)).containsExactly(ports.get(0), ports.get(1));
    }

    /** Other traffic, the same chain. */
    @Test
    default void aChainChangesItsClassifiersInPlace() {
        ChainSpec web = chain();
        Handle handle = new Handle(session().create(web, SdnContract.token()).handle());
        Value source = web.classifiers().get(0).source();
        ChainSpec.Classifier more =
                new ChainSpec.Classifier("all-tcp", source, Map.of("ip-proto", "6"));
        ChainSpec.Classifier ping =
                new ChainSpec.Classifier("ping", source, Map.of("ip-proto", "1"));

        ChainObservation changed =
                session()
                        .update(
                                handle,
                                new ChainSpec(web.name(), web.hops(), List.of(more, ping), false));

        assertThat(changed.handle()).isEqualTo(handle.value());
        assertThat(sdn().peekClassifiers(handle)).containsExactlyInAnyOrder("all-tcp", "ping");
    }

    /** Deleting is repeated after crashes; drift is seen. */
    @Test
    default void deletingWhatIsGoneSucceedsAndItIsMissing() {
        Handle handle = new Handle(session().create(chain(), SdnContract.token()).handle());
        Handle never = new Handle(UUID.randomUUID().toString());

        session().delete(handle);
        session().delete(handle);
        session().delete(never);

        assertThat(session().observe(handle).state()).isEqualTo(ResourceState.MISSING);
        assertThat(session().observe(never).state()).isEqualTo(ResourceState.MISSING);
    }

    /** The account page shows it. */
    @Test
    default void theProbeOfAWorkingControllerSaysNothing() {
        assertThat(session().probe()).isEmpty();
        assertThat(sdn().driver().type()).matches("[a-z][a-z0-9-]*");
    }
}

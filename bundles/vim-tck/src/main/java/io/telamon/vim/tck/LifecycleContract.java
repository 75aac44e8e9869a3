/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.telamon.errors.ErrorCode;
import io.telamon.model.instance.Inventory;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.InterfaceSpec;
import io.telamon.model.resource.IpProfile;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.model.resource.ResourceState;
import io.telamon.model.resource.ServerSpec;
import io.telamon.vim.spi.Observation;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Things come, are seen and go. */
public interface LifecycleContract extends VimContract {
    /** The short life of one thing of each kind. */
    @TestFactory
    default Stream<DynamicTest> eachKindIsMadeBecomesActiveAndGoes() {
        return each(
                trial -> {
                    int before = vim().peek(trial.spec().kind());

                    Handle handle = new Handle(trial.active().handle());
                    int between = vim().peek(trial.spec().kind());
                    trial.gone(handle);

                    assertThat(between).isEqualTo(before + 1);
                    assertThat(vim().peek(trial.spec().kind())).isEqualTo(before);
                });
    }

    /** Deleting is repeated after crashes. */
    @TestFactory
    default Stream<DynamicTest> deletingWhatIsGoneSucceeds() {
        return each(
                trial -> {
                    Handle handle = new Handle(trial.active().handle());

                    trial.gone(handle);
                    trial.operator().delete(handle);
                    trial.operator().delete(Stage.unknown());

                    assertThat(trial.operator().observe(handle).state())
                            .isEqualTo(ResourceState.MISSING);
                });
    }

    /** Drift is seen. */
    @TestFactory
    default Stream<DynamicTest> observingTheUnknownSaysMissing() {
        return each(
                trial ->
                        assertThat(trial.operator().observe(Stage.unknown()).state())
                                .isEqualTo(ResourceState.MISSING));
    }

    /** The janitor sees everything that is ours. */
    @TestFactory
    default Stream<DynamicTest> theListShowsWhatCarriesOurToken() {
        return each(
                trial -> {
                    RequestToken token = Trial.token();
                    Handle handle = trial.create(token);

                    Stream<Observation> list = trial.operator().list();

                    assertThat(list)
                            .anySatisfy(
                                    seen -> {
                                        assertThat(seen.handle()).isEqualTo(handle.value());
                                        assertThat(seen.token()).isEqualTo(token.value());
                                    });
                });
    }

    /** The janitor records what a list tells, as if it had looked at each thing. */
    @TestFactory
    default Stream<DynamicTest> theListTellsWhatALookTells() {
        return each(
                trial -> {
                    String handle = trial.active().handle();

                    Stream<Observation> list = trial.operator().list();

                    Observation look = trial.operator().observe(new Handle(handle));
                    assertThat(list)
                            .filteredOn(seen -> seen.handle().equals(handle))
                            .singleElement()
                            .satisfies(
                                    seen -> {
                                        assertThat(seen.state()).isEqualTo(look.state());
                                        assertThat(look.attributes())
                                                .containsAllEntriesOf(seen.attributes());
                                    });
                });
    }

    /** A change is made in place or refused, never half done. */
    @TestFactory
    default Stream<DynamicTest> updateWorksInPlaceOrSaysUnsupported() {
        return each(this::updateOne);
    }

    private <S extends ResourceSpec> void updateOne(Trial<S> trial) {
        Handle handle = new Handle(trial.active().handle());

        Throwable refusal =
                catchThrowable(() -> trial.operator().update(handle, trial.spec(), trial.spec()));

        if (refusal != null) {
            Expect.code(refusal, ErrorCode.UNSUPPORTED);
        }
        assertThat(trial.until(handle, ResourceState.ACTIVE).handle()).isEqualTo(handle.value());
    }

    /** Chains and users need ports and addresses. */
    @Test
    default void aServerShowsPortAndAddressOfEachInterface() {
        Stage stage = stage();
        String network =
                stage.network("two", new IpProfile("192.168.77.0/24", "", List.of(), true))
                        .active()
                        .handle();
        List<InterfaceSpec> cards =
                List.of(
                        Stage.card("data", network, "192.168.77.50", false),
                        Stage.card("mgmt", network, "", false));

        Observation seen = stage.server("ports", cards, "").active();

        assertThat(seen.attributes()).containsKeys("port/data", "port/mgmt", "address/mgmt");
        assertThat(seen.attributes()).containsEntry("address/data", "192.168.77.50");
        assertThat(seen.attributes().get("address/mgmt"))
                .startsWith("192.168.77.")
                .isNotEqualTo("192.168.77.50");
        assertThat(seen.attributes().get("port/data"))
                .isNotEqualTo(seen.attributes().get("port/mgmt"));
    }

    /** A network goes after its servers. */
    @Test
    default void aNetworkInUseIsNotDeleted() {
        Stage stage = stage();
        Trial<?> network = stage.network("used");
        Handle handle = new Handle(network.active().handle());
        Trial<ServerSpec> server =
                stage.server("user", List.of(Stage.card("eth0", handle.value(), "", false)), "");
        Handle user = new Handle(server.active().handle());

        assertThatThrownBy(() -> network.operator().delete(handle))
                .satisfies(error -> Expect.code(error, ErrorCode.VIM_REJECTED));
        server.gone(user);
        network.gone(handle);

        assertThat(network.operator().observe(handle).state()).isEqualTo(ResourceState.MISSING);
    }

    /** The planner's snapshot. */
    @Test
    default void theInventoryCountsWhatIsUsed() {
        Inventory before = session().inventory();

        stage().server("counted").active();

        Inventory after = session().inventory();
        assertThat(after.used().servers()).isEqualTo(before.used().servers() + 1);
        assertThat(after.used().vcpus()).isEqualTo(before.used().vcpus() + 1);
        assertThat(after.zones()).isNotEmpty();
        assertThat(after.abilities()).isEqualTo(session().abilities());
        assertThat(after.image(vim().bootImage())).isPresent();
    }

    /** The account page shows it. */
    @Test
    default void theProbeOfAWorkingAccountIsOk() {
        assertThat(session().probe().ok()).isTrue();
        assertThat(session().probe().reason()).isEmpty();
    }

    private Stream<DynamicTest> each(Consumer<Trial<?>> body) {
        return stage().all().stream()
                .map(trial -> DynamicTest.dynamicTest(trial.toString(), () -> body.accept(trial)));
    }
}

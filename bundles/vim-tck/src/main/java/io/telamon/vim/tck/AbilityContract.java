/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.BlockVolumeSpec;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.FloatingAddressSpec;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.ImageSpec;
import io.telamon.model.resource.InterfaceSpec;
import io.telamon.model.resource.NetworkSpec;
import io.telamon.model.resource.ResourceState;
import io.telamon.model.resource.RouterSpec;
import io.telamon.model.resource.SecurityGroupSpec;
import io.telamon.model.resource.ServerGroupSpec;
import io.telamon.model.resource.ServerSpec;
import io.telamon.model.resource.StackSpec;
import io.telamon.model.resource.Value;
import io.telamon.vim.spi.Observation;
import io.telamon.vim.spi.VimAbility;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is declared works; what is not declared is refused in so many words. */
public interface AbilityContract extends VimContract {
    /** No spelling of one's own. */
    @Test
    default void onlyKnownAbilitiesAreDeclared() {
        assertThat(
                        Set.of(
                                VimAbility.IMAGE_UPLOAD,
                                VimAbility.SERVER_POWER,
                                VimAbility.SERVER_REBUILD,
                                VimAbility.SERVER_RESIZE,
                                VimAbility.SERVER_CONSOLE,
                                VimAbility.SERVER_GROUP,
                                VimAbility.SECURITY_GROUP,
                                VimAbility.FLOATING_ADDRESS,
                                VimAbility.VOLUME,
                                VimAbility.STACK,
                                VimAbility.PORT_FORWARDING,
                                VimAbility.PROVIDER_NETWORK))
                .containsAll(session().abilities());
    }

    /** Operators and abilities agree. */
    @Test
    default void operatorsAreThereForWhatIsDeclared() {
        assertThat(session().operator(ImageSpec.class).isPresent())
                .isEqualTo(has(VimAbility.IMAGE_UPLOAD));
        assertThat(session().operator(ServerGroupSpec.class).isPresent())
                .isEqualTo(has(VimAbility.SERVER_GROUP));
        assertThat(session().operator(SecurityGroupSpec.class).isPresent())
                .isEqualTo(has(VimAbility.SECURITY_GROUP));
        assertThat(session().operator(RouterSpec.class).isPresent())
                .isEqualTo(has(VimAbility.FLOATING_ADDRESS));
        assertThat(session().operator(FloatingAddressSpec.class).isPresent())
                .isEqualTo(has(VimAbility.FLOATING_ADDRESS));
        assertThat(session().operator(BlockVolumeSpec.class).isPresent())
                .isEqualTo(has(VimAbility.VOLUME));
        assertThat(session().operator(StackSpec.class).isPresent())
                .isEqualTo(has(VimAbility.STACK));
        assertThat(session().operator(ServerSpec.class)).isPresent();
    }

    /** A kind from another world. */
    @Test
    default void aKindThatTheCloudDoesNotHaveHasNoOperator() {
        assertThat(session().operator(ChainSpec.class)).isEmpty();
    }

    /** Power. */
    @Test
    default void aServerStopsAndStartsOrSaysUnsupported() {
        Trial<ServerSpec> trial = stage().server("power");
        Handle handle = new Handle(trial.active().handle());

        promised(
                VimAbility.SERVER_POWER,
                () -> {
                    trial.operator().act(handle, "stop", Map.of());
                    trial.operator().act(handle, "start", Map.of());
                });

        assertThat(trial.until(handle, ResourceState.ACTIVE).handle()).isEqualTo(handle.value());
    }

    /** Rebuild. */
    @Test
    default void aServerIsRebuiltInPlaceOrSaysUnsupported() {
        Trial<ServerSpec> trial = stage().server("rebuild");
        Handle handle = new Handle(trial.active().handle());
        Map<String, String> image = Map.of("image", vim().bootImage());

        promised(VimAbility.SERVER_REBUILD, () -> trial.operator().act(handle, "rebuild", image));

        assertThat(trial.until(handle, ResourceState.ACTIVE).handle()).isEqualTo(handle.value());
    }

    /** Resize. */
    @Test
    default void aServerChangesItsFlavorInPlaceOrSaysUnsupported() {
        Stage stage = stage();
        Trial<ServerSpec> trial = stage.server("resize");
        Handle handle = new Handle(trial.active().handle());
        String larger = stage.largerFlavor("larger").active().handle();
        ServerSpec from = trial.spec();
        ServerSpec to = from.withFlavor(Value.of(larger));
        long vcpus = session().inventory().used().vcpus();

        if (has(VimAbility.SERVER_RESIZE)) {
            repeated(() -> trial.operator().update(handle, from, to));
            assertThat(trial.until(handle, ResourceState.ACTIVE).handle())
                    .isEqualTo(handle.value());
            assertThat(session().inventory().used().vcpus()).isEqualTo(vcpus + 1);
            repeated(() -> trial.operator().update(handle, from, to));
            assertThat(session().inventory().used().vcpus()).isEqualTo(vcpus + 1);
        } else {
            assertThatThrownBy(() -> trial.operator().update(handle, from, to))
                    .satisfies(error -> Expect.code(error, ErrorCode.UNSUPPORTED));
        }
    }

    /** Console. */
    @Test
    default void aServerTellsTheAddressOfItsConsoleOrSaysUnsupported() {
        Trial<ServerSpec> trial = stage().server("console");
        Handle handle = new Handle(trial.active().handle());

        promised(
                VimAbility.SERVER_CONSOLE,
                () ->
                        assertThat(trial.operator().act(handle, "console", Map.of()).attributes())
                                .hasEntrySatisfying(
                                        "console", address -> assertThat(address).contains("://")));
    }

    /** An action from nowhere. */
    @Test
    default void anActionThatNobodyKnowsIsUnsupported() {
        Trial<ServerSpec> trial = stage().server("odd");
        Handle handle = new Handle(trial.active().handle());

        assertThatThrownBy(() -> trial.operator().act(handle, "levitate", Map.of()))
                .satisfies(error -> Expect.code(error, ErrorCode.UNSUPPORTED));
    }

    /** Forwarding ports. */
    @Test
    default void aForwardingInterfaceIsMadeOrRefused() {
        Stage stage = stage();
        String network = stage.network("forward").active().handle();
        List<InterfaceSpec> cards = List.of(Stage.card("eth0", network, "", true));
        Trial<ServerSpec> trial = stage.server("forward", cards, "");

        promised(VimAbility.PORT_FORWARDING, trial::active);
    }

    /** Networks on a wire and segment of the provider's. */
    @Test
    default void aNetworkLiesOnTheSegmentItNamesOrSaysUnsupported() {
        Stage stage = stage();
        Trial<NetworkSpec> trial = stage.segment("segment", 107);

        promised(VimAbility.PROVIDER_NETWORK, trial::active);

        if (has(VimAbility.PROVIDER_NETWORK)) {
            assertThatThrownBy(() -> stage.segment("same", 107).create(Trial.token()))
                    .satisfies(error -> Expect.code(error, ErrorCode.VIM_REJECTED));
        }
    }

    /** Groups. */
    @Test
    default void membersOfAGroupAreApartOrGroupsAreRefused() {
        Stage stage = stage();
        String network = stage.network("group-net").active().handle();
        List<InterfaceSpec> cards = List.of(Stage.card("eth0", network, "", false));

        if (has(VimAbility.SERVER_GROUP)) {
            String group = stage.group().active().handle();
            Observation first = stage.server("one", cards, group).active();
            Observation second = stage.server("two", cards, group).active();

            assertThat(first.attributes()).containsKey("host");
            assertThat(second.attributes().get("host"))
                    .isNotEqualTo(first.attributes().get("host"));
        } else {
            Trial<ServerSpec> trial = stage.server("one", cards, "any-group");

            assertThatThrownBy(() -> trial.create(Trial.token()))
                    .satisfies(error -> Expect.code(error, ErrorCode.UNSUPPORTED));
        }
    }

    /** As the queue does it: again while the error says that this may help. */
    private static void repeated(Runnable action) {
        Await.until(
                Duration.ofMinutes(1),
                () -> {
                    try {
                        action.run();
                        return true;
                    } catch (TelamonException e) {
                        if (!e.code().retryable()) {
                            throw e;
                        }
                        return false;
                    }
                },
                done -> done,
                "the action succeeds");
    }

    private boolean has(String ability) {
        return session().abilities().contains(ability);
    }

    private void promised(String ability, ThrowingCallable body) {
        if (has(ability)) {
            assertThatCode(body).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(body).satisfies(error -> Expect.code(error, ErrorCode.UNSUPPORTED));
        }
    }
}

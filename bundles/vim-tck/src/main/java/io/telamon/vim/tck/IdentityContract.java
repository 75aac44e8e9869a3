/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.telamon.errors.ErrorCode;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.vim.spi.Created;
import io.telamon.vim.spi.Observation;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A thing is found again, so that a crash neither loses nor doubles it. */
public interface IdentityContract extends VimContract {
    /** The worker's first question after a crash. */
    @TestFactory
    default Stream<DynamicTest> whatWasCreatedIsFoundByItsToken() {
        return findable(
                trial -> {
                    RequestToken token = Trial.token();
                    String handle = trial.create(token).value();

                    Optional<Observation> found = trial.operator().find(token);

                    assertThat(found).map(Observation::handle).contains(handle);
                    assertThat(found).map(Observation::token).contains(token.value());
                });
    }

    /** Nothing is made up. */
    @TestFactory
    default Stream<DynamicTest> aTokenThatWasNeverUsedFindsNothing() {
        return findable(trial -> assertThat(trial.operator().find(Trial.token())).isEmpty());
    }

    /** Repeating a create is harmless. */
    @TestFactory
    default Stream<DynamicTest> createTwiceWithOneTokenGivesOneThing() {
        return findable(this::createTwice);
    }

    private <S extends ResourceSpec> void createTwice(Trial<S> trial) {
        RequestToken token = Trial.token();
        int before = vim().peek(trial.spec().kind());

        Created first = trial.operator().create(trial.spec(), token);
        Created second = trial.operator().create(trial.spec(), token);

        assertThat(second).isInstanceOf(Created.Present.class);
        assertThat(second.observation().handle()).isEqualTo(first.observation().handle());
        assertThat(vim().peek(trial.spec().kind())).isEqualTo(before + 1);
    }

    /** Two services share a flavor. */
    @TestFactory
    default Stream<DynamicTest> aNamedThingMadeAgainByAnotherIsPresent() {
        return findable(this::named, this::createByTwo);
    }

    private <S extends ResourceSpec> void createByTwo(Trial<S> trial) {
        Created first = trial.operator().create(trial.spec(), Trial.token());

        Created second = trial.operator().create(trial.spec(), Trial.token());

        assertThat(second).isInstanceOf(Created.Present.class);
        assertThat(second.observation().handle()).isEqualTo(first.observation().handle());
    }

    /** Two wishes are two things, even of one name. */
    @TestFactory
    default Stream<DynamicTest> twoTokensGiveTwoThingsWhereTheTokenIsTheIdentity() {
        return findable(
                kind -> kind == Identity.Kind.TAG,
                trial -> {
                    String first = trial.create(Trial.token()).value();
                    String second = trial.create(Trial.token()).value();

                    assertThat(second).isNotEqualTo(first);
                });
    }

    /** The answer never came, the thing is there. */
    @TestFactory
    default Stream<DynamicTest> aCreateWhoseAnswerWasLostIsFound() {
        return findable(this::loseTheAnswer);
    }

    private <S extends ResourceSpec> void loseTheAnswer(Trial<S> trial) {
        assumeTrue(vim().saboteur().isPresent(), "this cloud cannot be made to lose an answer");
        Saboteur saboteur = vim().saboteur().orElseThrow();
        saboteur.nextCreate(trial.spec().kind(), Saboteur.Fault.LOST_ANSWER);
        RequestToken token = Trial.token();

        Throwable error = catchThrowable(() -> trial.operator().create(trial.spec(), token));
        Optional<Observation> found = trial.operator().find(token);

        Expect.oneOf(error, ErrorCode.VIM_UNAVAILABLE, ErrorCode.VIM_TIMEOUT);
        assertThat(found).isPresent();
    }

    /** The queue needs to know how long an empty answer is not to be believed. */
    @TestFactory
    default Stream<DynamicTest> eachKindDeclaresItsIdentityAndSettleTime() {
        return stage().all().stream()
                .map(
                        trial ->
                                DynamicTest.dynamicTest(
                                        trial.toString(),
                                        () -> {
                                            Identity identity = trial.operator().identity();
                                            assertThat(identity.kind()).isNotNull();
                                            assertThat(identity.settle().isNegative()).isFalse();
                                        }));
    }

    private boolean named(Identity.Kind kind) {
        return kind == Identity.Kind.NAME || kind == Identity.Kind.IDEMPOTENT;
    }

    private Stream<DynamicTest> findable(Consumer<Trial<?>> body) {
        return findable(kind -> kind != Identity.Kind.NONE, body);
    }

    private Stream<DynamicTest> findable(Predicate<Identity.Kind> kinds, Consumer<Trial<?>> body) {
        return stage().all().stream()
                .filter(trial -> kinds.test(trial.operator().identity().kind()))
                .map(trial -> DynamicTest.dynamicTest(trial.toString(), () -> body.accept(trial)));
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.vim.spi.VimSession;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kit itself: a sound plug-in passes, and each defect is caught by the claim about it. */
class KitTest {
    private static final Map<Defect, Claim> CLAIMS = new EnumMap<>(Defect.class);

    static {
        CLAIMS.put(Defect.DOUBLES, kit -> run(kit.createTwiceWithOneTokenGivesOneThing()));
        CLAIMS.put(Defect.FORGETS_TOKENS, kit -> run(kit.whatWasCreatedIsFoundByItsToken()));
        CLAIMS.put(Defect.DELETES_ONCE, kit -> run(kit.deletingWhatIsGoneSucceeds()));
        CLAIMS.put(Defect.INSISTS, kit -> run(kit.observingTheUnknownSaysMissing()));
        CLAIMS.put(Defect.LEAKS_THREAD, HygieneContract::closeLeavesNoThread);
        CLAIMS.put(Defect.LEAKS_SOCKET, HygieneContract::closeLeavesNoSocket);
        CLAIMS.put(Defect.TELLS_SECRET, FaultContract::noTextShowsTheSecret);
        CLAIMS.put(Defect.NEVER_CLOSES, HygieneContract::aClosedSessionRefusesAndClosesTwice);
        CLAIMS.put(Defect.HIDES_ABILITY, AbilityContract::aServerStopsAndStartsOrSaysUnsupported);
        CLAIMS.put(Defect.RAW_EXCEPTIONS, AbilityContract::anActionThatNobodyKnowsIsUnsupported);
        CLAIMS.put(Defect.MISCOUNTS, kit -> run(kit.eachKindIsMadeBecomesActiveAndGoes()));
    }

    @ParameterizedTest
    @EnumSource(value = Defect.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void eachDefectIsCaughtByTheClaimAboutIt(Defect defect) {
        try (Kit kit = new Kit(defect)) {
            assertThatThrownBy(() -> CLAIMS.get(defect).check(kit)).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Defect.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aSoundPluginPassesEachOfTheseClaims(Defect claimAbout) throws Throwable {
        try (Kit kit = new Kit(Defect.NONE)) {
            CLAIMS.get(claimAbout).check(kit);
        }
    }

    @Test
    void eachDefectHasItsClaim() {
        assertThat(CLAIMS).hasSize(Defect.values().length - 1);
    }

    private static void run(Stream<DynamicTest> tests) throws Throwable {
        for (DynamicTest test : tests.toList()) {
            test.getExecutable().execute();
        }
    }

    /** A claim of the contract. */
    @FunctionalInterface
    private interface Claim {
        void check(Kit kit) throws Throwable;
    }

    /** The contract around the fake, without an engine. */
    private static final class Kit
            implements LifecycleContract,
                    IdentityContract,
                    AbilityContract,
                    FaultContract,
                    HygieneContract,
                    AutoCloseable {
        private final FakeVim vim;
        private final VimSession session;

        Kit(Defect defect) {
            vim = new FakeVim(defect);
            session = vim.open(vim.connection());
        }

        @Override
        public VimUnderTest vim() {
            return vim;
        }

        @Override
        public VimSession session() {
            return session;
        }

        @Override
        public void close() {
            session.close();
            vim.close();
        }
    }
}

/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.tck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.sdn.spi.SdnSession;
import io.telamon.sdn.tck.FakeController.Defect;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kit itself: a sound plug-in passes, and each defect is caught by the claim about it. */
class KitTest {
    private static final Map<Defect, Claim> CLAIMS = new EnumMap<>(Defect.class);

    static {
        CLAIMS.put(Defect.NONE, SdnChainContract::aChainIsMadeBecomesActiveAndGoes);
        CLAIMS.put(Defect.DOUBLES, SdnChainContract::createTwiceWithOneTokenGivesOneChain);
        CLAIMS.put(Defect.SHUFFLES, SdnChainContract::theControllerHasTheHopsInOrder);
        CLAIMS.put(Defect.IGNORES_UPDATES, SdnChainContract::aChainChangesItsPathInPlace);
        CLAIMS.put(Defect.DELETES_ONCE, SdnChainContract::deletingWhatIsGoneSucceedsAndItIsMissing);
        CLAIMS.put(Defect.LEAKS_THREAD, SdnHygieneContract::closeLeavesNothingBehind);
        CLAIMS.put(Defect.NEVER_CLOSES, SdnHygieneContract::aClosedSessionRefuses);
        CLAIMS.put(Defect.CHECKS_NOTHING, SdnCheckContract::aGoodAccountFailsNoStep);
        CLAIMS.put(Defect.TAKES_ANYTHING, SdnFaultContract::aChainWithoutHopsIsRejected);
    }

    @ParameterizedTest
    @EnumSource(value = Defect.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void eachDefectIsCaughtByTheClaimAboutIt(Defect defect) {
        try (Kit kit = new Kit(defect)) {
            assertThatThrownBy(() -> CLAIMS.get(defect).check(kit)).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Defect.class)
    void aSoundPluginPassesEachOfTheseClaims(Defect claimAbout) throws Exception {
        try (Kit kit = new Kit(Defect.NONE)) {
            CLAIMS.get(claimAbout).check(kit);
        }
    }

    /** A claim of the contract. */
    @FunctionalInterface
    private interface Claim {
        void check(Kit kit) throws Exception;
    }

    /** The contract around the fake, without an engine. */
    private static final class Kit
            implements SdnChainContract,
                    SdnCheckContract,
                    SdnFaultContract,
                    SdnHygieneContract,
                    AutoCloseable {
        private final FakeController controller;
        private final SdnSession session;

        Kit(Defect defect) {
            controller = new FakeController(defect);
            session = controller.open(controller.connection());
        }

        @Override
        public SdnUnderTest sdn() {
            return controller;
        }

        @Override
        public SdnSession session() {
            return session;
        }

        @Override
        public void close() {
            session.close();
            controller.close();
        }
    }
}
